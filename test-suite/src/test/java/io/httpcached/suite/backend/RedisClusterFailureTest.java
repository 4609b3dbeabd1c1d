package io.httpcached.suite.backend;

import static io.httpcached.suite.backend.Stages.assertFails;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.httpcached.store.CacheStore;
import io.httpcached.suite.server.Eventually;
import io.lettuce.core.KillArgs;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.output.StatusOutput;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tests a cluster that has lost one of its masters and has no replica for it. */
class RedisClusterFailureTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration BOUND = Duration.ofSeconds(5);
    private static final int VICTIM = 1;

    private static final Pattern BLOCKED_PUT = Pattern.compile("flags=b.* cmd=set ");

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
    void otherMastersServeTheirKeys() {
        cluster.node(VICTIM).kill();
        for (String key : KEPT) {
            assertThat(read(key)).isEqualTo(key);
            assertThat(put(key)).succeedsWithin(BOUND);
        }
        assertThat(store.get(KEPT)).succeedsWithin(BOUND);
    }

    @Test
    void operationsOnAKilledMasterFailInTime() {
        cluster.node(VICTIM).kill();
        for (String key : LOST) {
            assertFails(store.get(List.of(key)), BOUND);
            assertFails(put(key), BOUND);
        }
        assertFails(store.get(KEYS), BOUND);
        assertFails(store.remove(KEYS), BOUND);
    }

    @Test
    void operationsOnAHangingMasterFailInTime() {
        cluster.node(VICTIM).halt();
        assertFails(store.get(List.of(LOST.get(0))), BOUND);
        assertThat(read(KEPT.get(0))).isEqualTo(KEPT.get(0));
        cluster.node(VICTIM).proceed();
        Eventually.get(() -> answers(store, LOST.get(0)), answered -> answered);
    }

    @Test
    void restartedMasterIsUsedAgain() {
        cluster.node(VICTIM).kill();
        assertFails(put(LOST.get(0)), BOUND);
        cluster.node(VICTIM).restart();
        Eventually.get(() -> answers(store, LOST.get(0)), answered -> answered);
        assertThat(put(LOST.get(0))).succeedsWithin(BOUND);
        assertThat(read(LOST.get(0))).isEqualTo(LOST.get(0));
    }

    /** A retried put could restore a value that another node has read and removed in the meantime. */
    @Test
    void putIsNotRetriedAfterAConnectionFailure() {
        CacheStore patient =
                stores.open("redis", Map.of("redis.uris", cluster.uris(), "http-cache.redis.command-timeout", "20s"));
        String key = LOST.get(0);
        assertThat(patient.remove(List.of(key))).succeedsWithin(BOUND);
        RedisServers.tell(cluster.node(VICTIM).server(), redis -> {
            redis.dispatch(CommandType.CLIENT, new StatusOutput<>(StringCodec.UTF8), client("PAUSE", "60000", "WRITE"));
            var unanswered = patient.putIfAbsent(key, key.getBytes(UTF_8), HOUR);
            Eventually.get(redis::clientList, BLOCKED_PUT.asPredicate());
            redis.clientKill(KillArgs.Builder.typeNormal().skipme());
            Eventually.get(() -> answers(patient, key), answered -> answered);
            redis.dispatch(CommandType.CLIENT, new StatusOutput<>(StringCodec.UTF8), client("UNPAUSE"));
            assertFails(unanswered, BOUND);
        });
        assertThat(patient.get(List.of(key)).toCompletableFuture().join()).containsOnlyNulls();
    }

    @Test
    void nodeStartsWhileOneMasterIsDown() {
        cluster.node(VICTIM).kill();
        CacheStore late = stores.open("redis", Map.of("redis.uris", cluster.uris()));
        Eventually.get(() -> answers(late, KEPT.get(0)), answered -> answered);
    }

    @Test
    void closeDoesNotHangWithAKilledOrHangingMaster() {
        cluster.node(VICTIM).kill();
        cluster.node(VICTIM + 1).halt();
        var unanswered = store.get(KEYS);
        assertTimeoutPreemptively(BOUND, store::close);
        assertFails(unanswered, BOUND);
        assertTimeoutPreemptively(BOUND.multipliedBy(2), stores::close);
    }

    private static CommandArgs<String, String> client(String... arguments) {
        CommandArgs<String, String> client = new CommandArgs<>(StringCodec.UTF8);
        List.of(arguments).forEach(client::add);
        return client;
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
