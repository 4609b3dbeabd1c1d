package io.httpcached.suite.invalidation;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.engine.EntryStore;
import io.httpcached.engine.Eviction;
import io.httpcached.engine.MemoryEntryStore;
import io.httpcached.store.CacheStore;
import io.httpcached.suite.backend.DynamoDbServers;
import io.httpcached.suite.backend.MemcachedServers;
import io.httpcached.suite.backend.OpenStores;
import io.httpcached.suite.backend.RedisServers;
import io.httpcached.suite.backend.ServerProcess;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An eviction costs the same whatever the number of entries that carry the tag. */
class ManyEntriesTest {

    private static final Logger MEASURED = LoggerFactory.getLogger("measured");

    private static final int FEW = 10;
    private static final int MILLION = 1_000_000;

    /** What the server for developers takes in some seconds. */
    private static final int MANY_FOR_DYNAMODB = 5_000;

    private static final long PLENTY = 4L * 1024 * 1024 * 1024;

    @RegisterExtension
    final OpenStores stores = new OpenStores();

    @Test
    void inMemory() {
        for (int count : List.of(FEW, MILLION)) {
            evict("memory", new MemoryEntryStore(PLENTY, Clock.systemUTC()), count, List::of);
        }
    }

    @Test
    void inRedis() {
        try (ServerProcess server = ServerProcess.start(RedisServers.program())) {
            compare("redis", MILLION, RedisServers.properties(server.server()));
        }
    }

    @Test
    void inMemcached() {
        try (ServerProcess server =
                ServerProcess.start(MemcachedServers.program().with("-m", "1024"))) {
            compare("memcached", MILLION, MemcachedServers.properties(server.server()));
        }
    }

    @Test
    void inDynamoDb() {
        Map<String, Object> properties = new HashMap<>(DynamoDbServers.properties(DynamoDbServers.shared(), "many"));
        properties.put("http-cache.dynamodb.create-table", true);
        properties.put("http-cache.dynamodb.request-timeout", "20s");
        compare("dynamodb", MANY_FOR_DYNAMODB, properties);
    }

    private void compare(String backend, int many, Map<String, Object> properties) {
        OperationLog log = new OperationLog(stores.open(backend, properties));
        List<List<String>> few = evict(backend, RemoteNodes.node("few:", log), FEW, log::take);
        assertThat(few).doesNotContain(List.of());
        assertThat(evict(backend, RemoteNodes.node("many:", log), many, log::take))
                .isEqualTo(few);
    }

    /** {@return what the backend is asked to do for an eviction of either kind} */
    private static List<List<String>> evict(
            String backend, EntryStore store, int count, Supplier<List<String>> operations) {
        long begun = System.nanoTime();
        TaggedEntries entries = TaggedEntries.put(store, count);
        long put = System.nanoTime() - begun;
        assertThat(entries.found()).isEqualTo(entries.sample());
        operations.get();
        entries.evict(Eviction.STALE);
        List<String> softly = operations.get();
        Duration first = entries.evict(Eviction.GONE);
        List<String> forGood = operations.get();
        assertThat(entries.found()).isZero();
        MEASURED.info(
                "{}: {} entries, put within {} ms, were evicted within {} µs, and in the median within {} µs",
                backend,
                count,
                put / 1_000_000,
                first.toNanos() / 1_000,
                entries.evictOften().toNanos() / 1_000);
        return List.of(softly, forGood);
    }
}
