package io.httpcached.suite.invalidation;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.suite.backend.Program;
import io.httpcached.suite.backend.RedisCluster;
import io.httpcached.suite.backend.ServerProcess;
import io.httpcached.suite.wire.WireClient;
import io.httpcached.suite.wire.WireResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests two nodes that run as processes and share a backend: after the response to a change, the other node serves the
 * new data. Clients of both nodes send requests all the time, so there is always a handler running that has read the
 * data before the change.
 */
class TwoNodesTest {

    private static final List<String> VIEWS = List.of("/things/one", "/things/listed/1", "/things/grouped");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final VersionedData data = new VersionedData();
    private final Set<String> hit = ConcurrentHashMap.newKeySet();
    private final NavigableMap<Long, Integer> allowed = new ConcurrentSkipListMap<>();
    private final LongAdder nearHits = new LongAdder();
    private volatile Duration lag = Duration.ZERO;
    private volatile boolean ended;

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void overRedis() {
        otherNodeServesAChangeOnceItIsAnswered(SharedBackend.REDIS, 200, Duration.ofMillis(10));
    }

    @Test
    void overRedisWithStrictNearCopies() {
        otherNodeServesAChangeOnceItIsAnswered(
                SharedBackend.REDIS,
                100,
                Duration.ofMillis(10),
                Map.of("http-cache.near.enabled", true, "http-cache.near.strict", true));
    }

    @Test
    void overRedisClusterWithStrictNearCopies() {
        try (RedisCluster cluster = RedisCluster.start()) {
            Map<String, Object> properties = properties(SharedBackend.REDIS);
            properties.remove("redis.uri");
            properties.put("redis.uris", String.join(",", cluster.uris()));
            properties.put("http-cache.near.enabled", true);
            properties.put("http-cache.near.strict", true);
            otherNodeServesAChangeOnceItIsAnswered(properties, 100, Duration.ofMillis(10));
        }
    }

    @Test
    void overRedisWithNearCopiesAfterTheMaximumLag() {
        lag = Duration.ofMillis(200);
        otherNodeServesAChangeOnceItIsAnswered(
                SharedBackend.REDIS,
                200,
                Duration.ofMillis(10),
                Map.of("http-cache.near.enabled", true, "http-cache.near.maximum-lag", lag.toMillis() + "ms"));
    }

    @Test
    void overMemcachedWithNearCopiesAfterTheirTtl() {
        lag = Duration.ofMillis(50);
        otherNodeServesAChangeOnceItIsAnswered(
                SharedBackend.MEMCACHED,
                100,
                Duration.ofMillis(10),
                Map.of("http-cache.near.enabled", true, "http-cache.near.ttl", lag.toMillis() + "ms"));
    }

    @Test
    void overMemcached() {
        otherNodeServesAChangeOnceItIsAnswered(SharedBackend.MEMCACHED, 200, Duration.ofMillis(10));
    }

    @Test
    void overDynamoDb() {
        otherNodeServesAChangeOnceItIsAnswered(SharedBackend.DYNAMODB, 100, Duration.ofMillis(50));
    }

    /**
     * Uses handlers that take about as long as an invalidation, so that they read the data before it and end after it.
     */
    private void otherNodeServesAChangeOnceItIsAnswered(SharedBackend backend, int rounds, Duration longestHandler) {
        otherNodeServesAChangeOnceItIsAnswered(backend, rounds, longestHandler, Map.of());
    }

    private void otherNodeServesAChangeOnceItIsAnswered(
            SharedBackend backend, int rounds, Duration longestHandler, Map<String, Object> settings) {
        Map<String, Object> properties = properties(backend);
        properties.putAll(settings);
        otherNodeServesAChangeOnceItIsAnswered(properties, rounds, longestHandler);
    }

    private void otherNodeServesAChangeOnceItIsAnswered(
            Map<String, Object> properties, int rounds, Duration longestHandler) {
        VersionFile file = new VersionFile(folder.resolve("version"));
        file.write(data.read());
        Program program = ThingsApplication.program(file.path(), longestHandler, properties);
        CompletableFuture<ServerProcess> second =
                CompletableFuture.supplyAsync(() -> ServerProcess.start(program), threads);
        try (ServerProcess one = ServerProcess.start(program);
                ServerProcess other = second.join()) {
            List<WireClient> nodes = List.of(new WireClient(one.port()), new WireClient(other.port()));
            List<CompletableFuture<Void>> clients = nodes.stream()
                    .map(node -> CompletableFuture.runAsync(() -> readOn(node), threads))
                    .toList();
            for (int round = 0; round < rounds; round++) {
                change(nodes.get(round % 2), round % 4 < 2 ? "/things/versions/" : "/things/softly/versions/");
                readAll(nodes.get(1 - round % 2));
            }
            ended = true;
            clients.forEach(CompletableFuture::join);
        }
        assertThat(hit).as("views with hits").containsExactlyInAnyOrderElementsOf(VIEWS);
        assertThat(nearHits.sum() > 0).isEqualTo(properties.containsKey("http-cache.near.enabled"));
    }

    private static Map<String, Object> properties(SharedBackend backend) {
        Map<String, Object> properties = new HashMap<>(backend.properties(backend.server()));
        properties.put("http-cache.backend", backend.storeName());
        properties.put("http-cache.key-prefix", UUID.randomUUID() + ":");
        return properties;
    }

    private void change(WireClient node, String target) {
        int version = data.change();
        assertThat(node.send("POST", target + version).status()).isEqualTo(200);
        data.invalidatedUpTo(version);
        allowed.put(System.nanoTime(), version);
    }

    /** Returns the oldest version that a response to a request of this moment may have. */
    private int oldestAllowed() {
        if (lag.isZero()) {
            return data.oldestAllowed();
        }
        Map.Entry<Long, Integer> last = allowed.floorEntry(System.nanoTime() - lag.toNanos());
        return last == null ? 0 : last.getValue();
    }

    /** Reads all views at once, so that a round takes no longer than the slowest view. */
    private void readAll(WireClient node) {
        VIEWS.stream()
                .map(view -> CompletableFuture.runAsync(() -> read(node, view), threads))
                .toList()
                .forEach(CompletableFuture::join);
    }

    private void readOn(WireClient node) {
        for (int i = 0; !ended; i++) {
            read(node, VIEWS.get(i % VIEWS.size()));
        }
    }

    private void read(WireClient node, String view) {
        int oldestAllowed = oldestAllowed();
        WireResponse answer = node.get(view);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(Integer.parseInt(answer.text())).as(view).isGreaterThanOrEqualTo(oldestAllowed);
        if (answer.isHit()) {
            hit.add(view);
            if (answer.cacheStatus().endsWith("detail=near")) {
                nearHits.increment();
            }
        }
    }
}
