package io.httpcached.suite.invalidation;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.suite.backend.DynamoDbServers;
import io.httpcached.suite.backend.MemcachedServers;
import io.httpcached.suite.backend.Program;
import io.httpcached.suite.backend.RedisServers;
import io.httpcached.suite.backend.ServerProcess;
import io.httpcached.suite.wire.WireClient;
import io.httpcached.suite.wire.WireResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Two nodes, each a process of its own, that share a backend: whoever has the answer to a change sees it on the other node at
 * once, while clients of both ask all the time, so that there is always a handler running that has read what was before.
 */
class TwoNodesTest {

    private static final int ROUNDS = 200;
    private static final int CLIENTS = 2;
    private static final List<String> VIEWS = List.of("/things/one", "/things/listed/1", "/things/grouped");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Truth truth = new Truth();
    private final AtomicInteger hits = new AtomicInteger();
    private volatile boolean ended;

    /** Backends that several nodes can share. */
    enum Shared {
        REDIS,
        MEMCACHED,
        DYNAMODB;

        Map<String, Object> properties() {
            Map<String, Object> properties = new HashMap<>(
                    switch (this) {
                        case REDIS -> RedisServers.properties(RedisServers.shared());
                        case MEMCACHED -> MemcachedServers.properties(MemcachedServers.shared());
                        case DYNAMODB ->
                            DynamoDbServers.properties(DynamoDbServers.shared(), "nodes-" + UUID.randomUUID());
                    });
            String name = name().toLowerCase(Locale.ROOT);
            properties.put("http-cache.backend", name);
            properties.put("http-cache.key-prefix", UUID.randomUUID() + ":");
            if (this != REDIS) {
                properties.put("http-cache." + name + ".request-timeout", "20s");
            }
            if (this == DYNAMODB) {
                properties.put("http-cache.dynamodb.create-table", true);
            }
            return properties;
        }
    }

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @ParameterizedTest
    @EnumSource
    void aChangeOnOneIsSeenOnTheOtherOnceItsAnswerIsThere(Shared backend) {
        VersionFile file = new VersionFile(folder.resolve("version"));
        file.write(truth.read());
        Program program = ThingsApplication.program(file.path(), backend.properties());
        CompletableFuture<ServerProcess> second =
                CompletableFuture.supplyAsync(() -> ServerProcess.start(program), threads);
        try (ServerProcess one = ServerProcess.start(program);
                ServerProcess other = second.join()) {
            List<WireClient> nodes = List.of(new WireClient(one.port()), new WireClient(other.port()));
            List<CompletableFuture<Void>> clients = IntStream.range(0, CLIENTS)
                    .mapToObj(i -> CompletableFuture.runAsync(() -> readOn(nodes.get(i % 2), i), threads))
                    .toList();
            for (int round = 0; round < ROUNDS; round++) {
                change(nodes.get(round % 2), round % 4 < 2 ? "/things/versions/" : "/things/softly/versions/");
                readAll(nodes.get(1 - round % 2));
            }
            ended = true;
            clients.forEach(CompletableFuture::join);
        }
        assertThat(hits).hasPositiveValue();
    }

    private void change(WireClient node, String target) {
        int version = truth.change();
        assertThat(node.send("POST", target + version).status()).isEqualTo(200);
        truth.evictedUpTo(version);
    }

    /** All views at once, so that a round takes no longer than the slowest. */
    private void readAll(WireClient node) {
        VIEWS.stream()
                .map(view -> CompletableFuture.runAsync(() -> read(node, view), threads))
                .toList()
                .forEach(CompletableFuture::join);
    }

    private void readOn(WireClient node, int first) {
        for (int i = first; !ended; i++) {
            read(node, VIEWS.get(i % VIEWS.size()));
        }
    }

    private void read(WireClient node, String view) {
        int oldestAllowed = truth.oldestAllowed();
        WireResponse answer = node.get(view);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(Integer.parseInt(answer.text())).as(view).isGreaterThanOrEqualTo(oldestAllowed);
        if (answer.isHit()) {
            hits.incrementAndGet();
        }
    }
}
