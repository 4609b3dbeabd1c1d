package io.httpcached.suite.invalidation;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.core.CacheKey;
import io.httpcached.engine.Deadline;
import io.httpcached.engine.EntryStore;
import io.httpcached.engine.InvalidationMode;
import io.httpcached.engine.StoreRequest;
import io.httpcached.engine.Tags;
import io.httpcached.store.CacheStore;
import io.httpcached.suite.backend.MemcachedServers;
import io.httpcached.suite.backend.OpenStores;
import io.httpcached.suite.backend.ServerProcess;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tests a Memcached server of the smallest possible size, which evicts tag versions to make room for others. */
class FullMemcachedTest {

    private static final int THINGS = 400;
    private static final int AT_ONCE = 200;

    /** A number of tag versions that exceeds one megabyte, which holds fewer than ten thousand. */
    private static final int FILLING = 20_000;

    /** Without the LRU maintainer, Memcached does not keep frequently read items longer than new ones. */
    private final ServerProcess server =
            ServerProcess.start(MemcachedServers.program().with("-m", "1", "-I", "512k", "-o", "no_lru_maintainer"));

    private final OpenStores stores = new OpenStores();
    private final CacheStore memcached = SharedBackend.MEMCACHED.open(stores, server.server());
    private final WrittenKeys keys = new WrittenKeys(memcached);
    private final EntryStore node = RemoteNodes.node("full:", keys);

    @AfterEach
    void stop() {
        stores.close();
        server.close();
    }

    @Test
    void findsNoEntryThatWasInvalidatedOrWhoseTagVersionWasEvicted() {
        forAll(THINGS, this::store);
        assertThat(found()).hasSize(THINGS);
        List<Integer> invalidated =
                IntStream.range(0, THINGS / 2).mapToObj(i -> 2 * i).toList();
        forAll(invalidated.size(), i -> node.invalidate(List.of(tag(invalidated.get(i))), InvalidationMode.REMOVE));
        assertThat(found()).hasSize(THINGS / 2).doesNotContainAnyElementsOf(invalidated);

        fill();
        assertThat(keys.stillHeld(TagVersionDropper::isTagVersion)).isZero();
        assertThat(keys.stillHeld(key -> !TagVersionDropper.isTagVersion(key) && !TagVersionDropper.isLog(key)))
                .as("entries that outlive their tag versions")
                .isEqualTo(THINGS);
        assertThat(found()).isEmpty();
        assertThat(found())
                .as("entries found after new tag versions were created")
                .isEmpty();
        forAll(THINGS, this::store);
        assertThat(found()).as("entries found after they were stored again").hasSize(THINGS);
    }

    /** Returns the things whose entries are found. */
    private Queue<Integer> found() {
        Queue<Integer> found = new ConcurrentLinkedQueue<>();
        forAll(THINGS, thing -> node.lookup(key(thing), request(thing)).thenAccept(result -> {
            assertThat(result.storeFailure()).isNull();
            if (result.entry() != null) {
                found.add(thing);
            }
        }));
        return found;
    }

    private CompletionStage<?> store(int thing) {
        return node.lookup(key(thing), request(thing)).thenCompose(before -> node.put(
                        key(thing),
                        VersionedResponses.entry(0),
                        List.of(tag(thing)),
                        before.snapshot(),
                        VersionedResponses.LIFETIME,
                        new Deadline())
                .done());
    }

    /** Fills the server with tag versions: lookups create them even if nothing is stored. */
    private void fill() {
        EntryStore other = RemoteNodes.node("fill:", memcached);
        forAll(FILLING, i -> other.lookup(key(i), request(i)));
    }

    private static void forAll(int count, IntFunction<CompletionStage<?>> activity) {
        ConcurrentTasks tasks = new ConcurrentTasks(AT_ONCE);
        IntStream.range(0, count).forEach(i -> tasks.begin(() -> activity.apply(i)));
        tasks.await();
    }

    private static StoreRequest request(int thing) {
        return StoreRequest.of(List.of(tag(thing)), new Deadline());
    }

    private static CacheKey key(int thing) {
        return CacheKey.of("thing " + thing);
    }

    private static String tag(int thing) {
        return Tags.named("thing:" + thing);
    }

    /** Records the written keys, so that a test can find out which of them the server has evicted. */
    private static final class WrittenKeys extends InterceptingStore {

        private final CacheStore backend;
        private final Set<String> written = ConcurrentHashMap.newKeySet();

        WrittenKeys(CacheStore backend) {
            super(backend);
            this.backend = backend;
        }

        @Override
        <T> CompletionStage<T> around(String name, List<String> keys, Supplier<CompletionStage<T>> operation) {
            if (name.startsWith("put")) {
                written.addAll(keys);
            }
            return operation.get();
        }

        /** Returns the number of recorded keys of a kind that still have a value. */
        long stillHeld(Predicate<String> kind) {
            List<String> asked = written.stream().filter(kind).toList();
            return backend.get(asked).toCompletableFuture().join().stream()
                    .filter(Objects::nonNull)
                    .count();
        }
    }
}
