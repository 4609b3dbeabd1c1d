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

/** A Memcached of the smallest size there is, which drops tag versions because others need the room. */
class FullMemcachedTest {

    private static final int THINGS = 400;
    private static final int AT_ONCE = 200;

    /** A megabyte holds less than ten thousand tag versions. */
    private static final int FILLING = 20_000;

    /** Without the maintainer, what was asked for often is not kept for longer than what is new. */
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
    void answersNothingThatWasInvalidatedNorAnythingWhoseGenerationItDropped() {
        forAll(THINGS, this::store);
        assertThat(found()).hasSize(THINGS);
        List<Integer> invalidated =
                IntStream.range(0, THINGS / 2).mapToObj(i -> 2 * i).toList();
        forAll(invalidated.size(), i -> node.invalidate(List.of(tag(invalidated.get(i))), InvalidationMode.REMOVE));
        assertThat(found()).hasSize(THINGS / 2).doesNotContainAnyElementsOf(invalidated);

        fill();
        assertThat(keys.stillHeld(LosingServer::isTagVersion)).isZero();
        assertThat(keys.stillHeld(key -> !LosingServer.isTagVersion(key)))
                .as("entries outlive their tag versions here")
                .isEqualTo(THINGS);
        assertThat(found()).isEmpty();
        assertThat(found()).as("now that the tag versions were made anew").isEmpty();
        forAll(THINGS, this::store);
        assertThat(found()).as("it works on").hasSize(THINGS);
    }

    /** {@return the things that are found} */
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
                        key(thing), Versions.entry(0), List.of(tag(thing)), before.snapshot(), Versions.LIFETIME)
                .done());
    }

    /** Requests for things that nobody stores leave tag versions behind. */
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

    /** Notes which keys were written, to look afterwards which of them the server has dropped. */
    private static final class WrittenKeys extends WatchedStore {

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

        /** {@return how many of the keys hold something} */
        long stillHeld(Predicate<String> kind) {
            List<String> asked = written.stream().filter(kind).toList();
            return backend.get(asked).toCompletableFuture().join().stream()
                    .filter(Objects::nonNull)
                    .count();
        }
    }
}
