package io.httpcached.suite.backend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.httpcached.store.CacheStore;
import io.httpcached.suite.server.Eventually;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A cluster that has lost one of its masters, and has no replica to take its place. */
class RedisClusterFailureTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration BOUND = Duration.ofSeconds(5);
    private static final int VICTIM = 1;

    private static final List<String> KEYS =
            IntStream.range(0, 30).mapToObj(i -> "key" + i).toList();
    private static final List<String> LOST =
            KEYS.stream().filter(key -> RedisCluster.nodeOf(key) == VICTIM).toList();
    private static final List<String> KEPT =
            KEYS.stream().filter(key -> !LOST.contains(key)).toList();

    private final RedisCluster cluster = RedisCluster.start();

    @RegisterExtension
    final OpenStores stores = new OpenStores();

    private final CacheStore store = stores.open("redis", Map.of("redis.uris", cluster.uris()));

    @BeforeEach
    void fill() {
        assertThat(LOST).hasSizeGreaterThan(3);
        KEYS.forEach(key -> assertThat(put(key)).succeedsWithin(BOUND));
    }

    @AfterEach
    void stop() {
        cluster.close();
    }

    @Test
    void theOtherMastersAnswerForTheirKeys() {
        cluster.node(VICTIM).kill();
        for (String key : KEPT) {
            assertThat(read(key)).isEqualTo(key);
            assertThat(put(key)).succeedsWithin(BOUND);
        }
        assertThat(store.get(KEPT)).succeedsWithin(BOUND);
    }

    @Test
    void operationsOnADeadMasterFailInTime() {
        cluster.node(VICTIM).kill();
        for (String key : LOST) {
            assertThat(store.get(List.of(key))).failsWithin(BOUND);
            assertThat(put(key)).failsWithin(BOUND);
        }
        assertThat(store.get(KEYS)).failsWithin(BOUND);
        assertThat(store.remove(KEYS)).failsWithin(BOUND);
    }

    @Test
    void operationsOnAMasterThatHangsFailInTime() {
        cluster.node(VICTIM).halt();
        assertThat(store.get(List.of(LOST.get(0)))).failsWithin(BOUND);
        assertThat(read(KEPT.get(0))).isEqualTo(KEPT.get(0));
        cluster.node(VICTIM).proceed();
        Eventually.get(() -> answers(store, LOST.get(0)), answered -> answered);
    }

    @Test
    void aMasterThatComesBackIsUsedAgain() {
        cluster.node(VICTIM).kill();
        assertThat(put(LOST.get(0))).failsWithin(BOUND);
        cluster.node(VICTIM).restart();
        Eventually.get(() -> answers(store, LOST.get(0)), answered -> answered);
        assertThat(put(LOST.get(0))).succeedsWithin(BOUND);
        assertThat(read(LOST.get(0))).isEqualTo(LOST.get(0));
    }

    @Test
    void aNodeStartsWhileOneMasterIsDead() {
        cluster.node(VICTIM).kill();
        CacheStore late = stores.open("redis", Map.of("redis.uris", cluster.uris()));
        Eventually.get(() -> answers(late, KEPT.get(0)), answered -> answered);
    }

    @Test
    void closingDoesNotHangWithADeadMasterOrAHangingOne() {
        cluster.node(VICTIM).kill();
        cluster.node(VICTIM + 1).halt();
        var unanswered = store.get(KEYS);
        assertTimeoutPreemptively(BOUND, store::close);
        assertThat(unanswered).failsWithin(BOUND);
        assertTimeoutPreemptively(BOUND.multipliedBy(2), stores::close);
    }

    private static boolean answers(CacheStore store, String key) {
        return store.get(List.of(key))
                .handle((values, failure) -> failure == null)
                .toCompletableFuture()
                .orTimeout(BOUND.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    private CompletableFuture<Void> put(String key) {
        return store.put(key, key.getBytes(UTF_8), HOUR).toCompletableFuture();
    }

    private String read(String key) {
        byte[] value = store.get(List.of(key))
                .toCompletableFuture()
                .orTimeout(BOUND.toMillis(), TimeUnit.MILLISECONDS)
                .join()
                .get(0);
        return value == null ? "nothing" : new String(value, UTF_8);
    }
}
