package io.httpcached.suite.backend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;

/** Starts DynamoDB Local: one server that all tests share, and others that a test may break. */
public final class DynamoDbServers {

    private static final Path CLASS_PATH = Path.of("dynamodb-local", "target", "class-path");
    private static final String MAIN = "com.amazonaws.services.dynamodbv2.local.main.ServerRunner";
    private static final String ACCESS_KEY = "local";

    private DynamoDbServers() {}

    /** Returns a server that runs as long as the JVM. Tests separate their data by tables and keys. */
    public static RealServer shared() {
        return Shared.SERVER;
    }

    /** Returns the program, for a test that needs its own server. */
    public static Program program() {
        return fromMaven()
                .orElseThrow(
                        () -> new IllegalStateException("DynamoDB Local cannot be started: the build has not written "
                                + CLASS_PATH + ", as its module dynamodb-local does."));
    }

    /** Returns the properties of an application that uses a server. */
    public static Map<String, Object> properties(RealServer server, String table) {
        return new HashMap<>(Map.of(
                "aws.region", Region.US_EAST_1.id(),
                "aws.access-key-id", ACCESS_KEY,
                "aws.secret-key", ACCESS_KEY,
                "aws.services.dynamodb.endpoint-override", endpoint(server).toString(),
                "http-cache.dynamodb.table", table));
    }

    /** Returns a client that is independent of the application, for inspecting tables. */
    static DynamoDbAsyncClient client() {
        return DynamoDbAsyncClient.builder()
                .region(Region.US_EAST_1)
                .endpointOverride(endpoint(shared()))
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(ACCESS_KEY, ACCESS_KEY)))
                .build();
    }

    private static URI endpoint(RealServer server) {
        return URI.create("http://" + server.host() + ":" + server.port());
    }

    private static Optional<Program> fromMaven() {
        if (!Files.exists(CLASS_PATH)) {
            return Optional.empty();
        }
        try {
            String java =
                    Path.of(System.getProperty("java.home"), "bin", "java").toString();
            List<String> command = List.of(
                    java,
                    "-Xmx256m",
                    "-cp",
                    Files.readString(CLASS_PATH),
                    MAIN,
                    "-inMemory",
                    "-sharedDb",
                    "-disableTelemetry");
            return Optional.of(new Program(
                    command, port -> List.of("-port", Integer.toString(port)), "DynamoDB Local from Maven"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Shared {

        static final RealServer SERVER = ServerSearch.of("DynamoDB")
                .environment("TEST_DYNAMODB_URL")
                .container("amazon/dynamodb-local:2.6.1", 8000)
                .program("DynamoDB Local from Maven", DynamoDbServers::fromMaven)
                .find();

        private Shared() {}
    }
}
