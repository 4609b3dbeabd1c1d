package io.httpcached.suite.invalidation;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.engine.EntryStore;
import io.httpcached.engine.InvalidationMode;
import io.httpcached.engine.memory.MemoryEntryStore;
import io.httpcached.store.CacheStore;
import io.httpcached.suite.backend.MemcachedServers;
import io.httpcached.suite.backend.OpenStores;
import io.httpcached.suite.backend.Program;
import io.httpcached.suite.backend.RealServer;
import io.httpcached.suite.backend.RedisServers;
import io.httpcached.suite.backend.ServerProcess;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tests that the cost of an invalidation does not depend on the number of entries that carry the tag. */
class ManyEntriesTest {

    private static final Logger MEASURED = LoggerFactory.getLogger("measured");

    private static final int FEW = 10;
    private static final int MILLION = 1_000_000;

    /**
     * The number of entries that DynamoDB Local stores within a few seconds. It can store a million, but needs half an
     * hour for them.
     */
    private static final int MANY_FOR_DYNAMODB = Integer.getInteger("entries.dynamodb", 5_000);

    private static final long PLENTY = 4L * 1024 * 1024 * 1024;

    @RegisterExtension
    final OpenStores stores = new OpenStores();

    @Test
    void inMemory() {
        for (int count : List.of(FEW, MILLION)) {
            invalidate("memory", new MemoryEntryStore(PLENTY, Clock.systemUTC()), count, List::of);
        }
    }

    @Test
    void inRedis() {
        inOwnServer(SharedBackend.REDIS, RedisServers.program());
    }

    @Test
    void inMemcached() {
        inOwnServer(SharedBackend.MEMCACHED, MemcachedServers.program().with("-m", "1024"));
    }

    @Test
    void inDynamoDb() {
        compare(SharedBackend.DYNAMODB, MANY_FOR_DYNAMODB, SharedBackend.DYNAMODB.server());
    }

    @Test
    void inAMicronautCache() {
        CacheStore caffeine = stores.open("pages", Map.of("micronaut.caches.pages.maximum-size", 2 * MILLION));
        compare("pages", MILLION, caffeine);
    }

    private void inOwnServer(SharedBackend backend, Program program) {
        try (ServerProcess server = ServerProcess.start(program)) {
            compare(backend, MILLION, server.server());
        }
    }

    private void compare(SharedBackend backend, int many, RealServer server) {
        compare(backend.storeName(), many, backend.open(stores, server));
    }

    private static void compare(String name, int many, CacheStore store) {
        OperationLog log = new OperationLog(store);
        List<List<String>> few = invalidate(name, RemoteNodes.node("few:", log), FEW, log::take);
        assertThat(few).doesNotContain(List.of());
        assertThat(invalidate(name, RemoteNodes.node("many:", log), many, log::take))
                .isEqualTo(few);
    }

    /** Returns the operations of the backend for a soft invalidation and for an ordinary one. */
    private static List<List<String>> invalidate(
            String backend, EntryStore store, int count, Supplier<List<String>> operations) {
        long begun = System.nanoTime();
        TaggedEntries entries = TaggedEntries.put(store, count);
        long put = System.nanoTime() - begun;
        assertThat(entries.found()).isEqualTo(entries.sample());
        var unused = operations.get();
        entries.invalidate(InvalidationMode.MARK_STALE);
        List<String> softly = operations.get();
        Duration first = entries.invalidate(InvalidationMode.REMOVE);
        List<String> forGood = operations.get();
        assertThat(entries.found()).isZero();
        MEASURED.info(
                "{}: {} entries, stored within {} ms, were invalidated within {} µs the first time, in the median within {} µs",
                backend,
                count,
                put / 1_000_000,
                micros(first),
                micros(entries.invalidateOften()));
        return List.of(softly, forGood);
    }

    private static double micros(Duration time) {
        return time.toNanos() / 1_000.0;
    }
}
