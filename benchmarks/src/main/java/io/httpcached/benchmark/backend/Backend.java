package io.httpcached.benchmark.backend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A server that the benchmarks start as a process. */
public enum Backend {
    /** Runs {@code redis-server} from the PATH, with limited memory, so that misses cannot fill the machine. */
    REDIS,
    /** Runs {@code memcached} from the PATH. */
    MEMCACHED,
    /** Runs DynamoDB Local with the class path that {@code test-suite/dynamodb-local} writes. */
    DYNAMODB;

    private static final Path DYNAMODB_CLASS_PATH = Path.of("test-suite", "dynamodb-local", "target", "class-path");
    private static final String DYNAMODB_MAIN = "com.amazonaws.services.dynamodbv2.local.main.ServerRunner";

    List<String> command(int port) {
        String number = Integer.toString(port);
        return switch (this) {
            case REDIS ->
                List.of(
                        "redis-server",
                        "--port",
                        number,
                        "--save",
                        "",
                        "--appendonly",
                        "no",
                        "--maxmemory",
                        "512mb",
                        "--maxmemory-policy",
                        "allkeys-lru");
            case MEMCACHED -> List.of("memcached", "-l", "127.0.0.1", "-p", number, "-u", "nobody");
            case DYNAMODB ->
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        dynamoDbClassPath(),
                        DYNAMODB_MAIN,
                        "-inMemory",
                        "-sharedDb",
                        "-disableTelemetry",
                        "-port",
                        number);
        };
    }

    Map<String, Object> properties(int port) {
        return switch (this) {
            case REDIS ->
                Map.of(
                        "http-cache.backend",
                        "redis",
                        "http-cache.redis.command-timeout",
                        "20s",
                        "redis.uri",
                        "redis://127.0.0.1:" + port);
            case MEMCACHED ->
                Map.of("http-cache.backend", "memcached", "http-cache.memcached.servers", List.of("127.0.0.1:" + port));
            case DYNAMODB ->
                Map.of(
                        "http-cache.backend",
                        "dynamodb",
                        "http-cache.dynamodb.table",
                        BareDynamoDbController.TABLE,
                        "http-cache.dynamodb.create-table",
                        true,
                        "http-cache.dynamodb.request-timeout",
                        "10s",
                        "aws.region",
                        "us-east-1",
                        "aws.access-key-id",
                        "local",
                        "aws.secret-key",
                        "local",
                        "aws.services.dynamodb.endpoint-override",
                        "http://127.0.0.1:" + port);
        };
    }

    private static String dynamoDbClassPath() {
        try {
            return Files.readString(DYNAMODB_CLASS_PATH);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The class path of DynamoDB Local is missing; benchmarks/run-backends creates it.", e);
        }
    }
}
