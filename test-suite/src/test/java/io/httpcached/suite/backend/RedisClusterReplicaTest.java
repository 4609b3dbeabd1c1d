package io.httpcached.suite.backend;

import static io.httpcached.suite.backend.Stages.assertFails;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.store.CacheStore;
import io.httpcached.suite.server.Eventually;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tests a cluster whose masters have a replica each: invalidations that wait for the replicas, and reads from them. */
class RedisClusterReplicaTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration BOUND = Duration.ofSeconds(5);
    private static final int MASTERS = 3;

    private static final List<String> KEYS =
            IntStream.range(0, 30).mapToObj(i -> "key" + i).toList();

    private final RedisCluster cluster = RedisCluster.start();
    private final List<ServerProcess> replicas = new ArrayList<>();

    @RegisterExtension
    final OpenStores stores = new OpenStores();

    @BeforeEach
    void addReplicas() {
        for (int master = 0; master < MASTERS; master++) {
            replicas.add(cluster.addReplicaOf(master));
        }
        for (int node = 0; node < 2 * MASTERS; node++) {
            RedisServers.tell(
                    cluster.node(node).server(),
                    redis -> Eventually.get(
                            () -> redis.clusterNodes()
                                    .lines()
                                    .filter(line -> line.contains("slave"))
                                    .count(),
                            known -> known == MASTERS));
        }
    }

    @AfterEach
    void stop() {
        cluster.close();
    }

    @Test
    void aRemovalWaitsForAReplicaOfEachMaster() {
        CacheStore store = waiting();
        for (int round = 0; round < 20; round++) {
            fill(store);
            assertThat(store.remove(KEYS)).succeedsWithin(BOUND);
            assertThat(replicas).allMatch(replica -> RedisServers.keys(replica.server()) == 0);
        }
    }

    @Test
    void aReplacementWaitsForAReplicaOfItsMaster() {
        CacheStore store = waiting();
        for (String key : KEYS) {
            assertThat(store.putIfAbsent(key, bytes("old"), HOUR)).succeedsWithin(BOUND);
            assertThat(store.replace(key, bytes("old"), bytes("new"), HOUR))
                    .succeedsWithin(BOUND)
                    .isEqualTo(true);
            RedisServers.tell(replicas.get(RedisCluster.nodeOf(key)).server(), redis -> {
                redis.readOnly();
                assertThat(redis.dump(key)).asString(UTF_8).contains("new");
            });
        }
    }

    @Test
    void aRemovalThatOneMasterCannotReplicateFails() {
        CacheStore store = waiting();
        fill(store);
        PastData.detach(replicas.get(1));
        assertFails(store.remove(KEYS), BOUND);
        assertThat(store.remove(keysOf(0))).succeedsWithin(BOUND);
        assertThat(store.remove(keysOf(2))).succeedsWithin(BOUND);
        assertThat(store.get(KEYS)).succeedsWithin(BOUND).satisfies(values -> assertThat(values)
                .containsOnlyNulls());
    }

    @Test
    void readsGoToReplicas() {
        // Lettuce does not read from a replica that had received nothing when it asked for the servers.
        fill(open());
        CacheStore store = open("http-cache.redis.read-from", "replica");
        Eventually.get(() -> read(store), values -> !values.contains(null));
        Map<Integer, List<String>> commands = commandsDuring(() -> read(store));
        for (int master = 0; master < MASTERS; master++) {
            assertThat(commands.get(master)).doesNotContain("get", "mget");
            assertThat(commands.get(MASTERS + master)).contains("mget");
        }
        assertThat(store.remove(KEYS)).succeedsWithin(BOUND);
        Eventually.get(() -> read(store), values -> values.stream().allMatch(value -> value == null));
    }

    /** A replica has another history than its master, to which such a value is bound. */
    @Test
    void boundValuesAreReadFromReplicasToo() {
        CacheStore store = open("http-cache.redis.read-from", "replica-preferred");
        KEYS.forEach(key -> assertThat(store.putIfAbsent(key, bytes("v"), HOUR)).succeedsWithin(BOUND));
        Eventually.get(() -> read(store), values -> values.stream().allMatch("v"::equals));
    }

    private CacheStore waiting() {
        return open("http-cache.redis.wait-replicas", 1, "http-cache.redis.wait-timeout", "900ms");
    }

    private CacheStore open(Object... settings) {
        Map<String, Object> all = new HashMap<>(Map.of("redis.uris", cluster.uris()));
        for (int i = 0; i < settings.length; i += 2) {
            all.put(settings[i].toString(), settings[i + 1]);
        }
        return stores.open("redis", all);
    }

    private static void fill(CacheStore store) {
        KEYS.forEach(key -> assertThat(store.put(key, bytes("v"), HOUR)).succeedsWithin(BOUND));
    }

    private static List<String> keysOf(int master) {
        return KEYS.stream().filter(key -> RedisCluster.nodeOf(key) == master).toList();
    }

    private static List<String> read(CacheStore store) {
        List<String> texts = new ArrayList<>();
        store.get(KEYS)
                .toCompletableFuture()
                .join()
                .forEach(value -> texts.add(value == null ? null : new String(value, UTF_8)));
        return texts;
    }

    /** Returns the commands of each server: the masters, and then their replicas. */
    private Map<Integer, List<String>> commandsDuring(Runnable activity) {
        Map<Integer, List<String>> commands = new HashMap<>();
        Runnable all = activity;
        for (int node = 0; node < 2 * MASTERS; node++) {
            int each = node;
            Runnable inner = all;
            all = () -> commands.put(
                    each, RedisServers.commandsDuring(cluster.node(each).server(), inner));
        }
        all.run();
        return commands;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
