package io.httpcached.suite.invalidation;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.suite.backend.Program;
import io.httpcached.suite.backend.RedisServers;
import io.httpcached.suite.backend.ServerProcess;
import io.httpcached.suite.server.Eventually;
import io.httpcached.suite.wire.WireClient;
import io.httpcached.suite.wire.WireResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests three nodes that run as processes, keep their entries in memory and exchange invalidations. Clients of all nodes read all the
 * time, and no answer is older than the maximum lag, also while a node is suspended and continues.
 */
class MemoryBroadcastNodesTest {

    private static final Duration LAG = Duration.ofSeconds(1);
    private static final List<String> VIEWS = List.of("/things/one", "/things/listed/1", "/things/grouped");
    private static final int ROUNDS = 60;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final VersionedData data = new VersionedData();
    private final ConcurrentNavigableMap<Long, Integer> confirmedAt = new ConcurrentSkipListMap<>();
    private final AtomicInteger hits = new AtomicInteger();
    private volatile boolean ended;

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void noAnswerIsOlderThanTheLag() {
        VersionFile file = new VersionFile(folder.resolve("version"));
        file.write(data.read());
        Map<String, Object> properties = new HashMap<>(RedisServers.properties(RedisServers.shared()));
        properties.put("http-cache.memory.broadcast", "redis");
        properties.put("http-cache.memory.maximum-lag", LAG);
        properties.put("http-cache.key-prefix", UUID.randomUUID() + ":");
        properties.put("http-cache.lease.enabled", false);
        Program program = ThingsApplication.program(file.path(), Duration.ofMillis(10), properties);
        List<CompletableFuture<ServerProcess>> starting = Stream.generate(
                        () -> CompletableFuture.supplyAsync(() -> ServerProcess.start(program), threads))
                .limit(3)
                .toList();
        try (ServerProcess one = starting.get(0).join();
                ServerProcess two = starting.get(1).join();
                ServerProcess three = starting.get(2).join()) {
            List<WireClient> nodes = Stream.of(one, two, three)
                    .map(node -> new WireClient(node.port()))
                    .toList();
            nodes.forEach(node -> VIEWS.forEach(view -> Eventually.get(() -> node.get(view), WireResponse::isHit)));
            List<CompletableFuture<Void>> clients = nodes.stream()
                    .map(node -> CompletableFuture.runAsync(() -> readOn(node), threads))
                    .toList();
            for (int round = 0; round < ROUNDS; round++) {
                change(nodes.get(round % 2), round % 4 < 2 ? "/things/versions/" : "/things/softly/versions/");
                nodes.forEach(this::awaitCurrent);
            }
            suspend(three, nodes);
            ended = true;
            clients.forEach(CompletableFuture::join);
        }
        assertThat(hits).hasPositiveValue();
    }

    /** While a node is suspended, messages wait for it. The first answers afterwards must not come from before. */
    private void suspend(ServerProcess node, List<WireClient> nodes) {
        for (int i = 0; i < 3; i++) {
            VIEWS.forEach(view -> Eventually.get(() -> nodes.get(2).get(view), WireResponse::isHit));
            node.halt();
            change(nodes.get(0), "/things/versions/");
            long start = System.nanoTime();
            Eventually.get(System::nanoTime, now -> now - start > 2 * LAG.toNanos());
            node.proceed();
            read(nodes.get(2), VIEWS.get(i));
            nodes.forEach(this::awaitCurrent);
        }
    }

    private void change(WireClient node, String target) {
        int version = data.change();
        assertThat(node.send("POST", target + version).status()).isEqualTo(200);
        confirmedAt.put(System.nanoTime(), version);
    }

    private void awaitCurrent(WireClient node) {
        VIEWS.forEach(view ->
                Eventually.get(() -> Integer.parseInt(node.get(view).text()), version -> version == data.read()));
    }

    private void readOn(WireClient node) {
        for (int i = 0; !ended; i++) {
            read(node, VIEWS.get(i % VIEWS.size()));
        }
    }

    private void read(WireClient node, String view) {
        var due = confirmedAt.floorEntry(System.nanoTime() - LAG.toNanos());
        WireResponse answer = node.get(view);
        assertThat(answer.status()).isEqualTo(200);
        if (due != null) {
            assertThat(Integer.parseInt(answer.text()))
                    .as(view + ' ' + answer.cacheStatus())
                    .isGreaterThanOrEqualTo(due.getValue());
        }
        if (answer.isHit()) {
            hits.incrementAndGet();
        }
    }
}
