package io.httpcached.suite.invalidation;

import io.httpcached.core.CacheKey;
import io.httpcached.engine.EntryStore;
import io.httpcached.engine.Eviction;
import io.httpcached.engine.Finding;
import io.httpcached.engine.Generation;
import io.httpcached.engine.Lease;
import io.httpcached.engine.Slot;
import io.httpcached.engine.Written;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** An entry store with a mistake in it, for a harness to find. */
class FaultyStore implements EntryStore {

    final EntryStore store;

    private FaultyStore(EntryStore store) {
        this.store = store;
    }

    /** {@return one that takes the generation after the handler has run instead of before} */
    static EntryStore stampingWhatIsStored(EntryStore store) {
        return new FaultyStore(store) {

            @Override
            public Written put(CacheKey key, Slot slot, List<String> tags, Generation generation, Duration ttl) {
                return new Written(true, store.find(key, () -> tags, 0).thenCompose(now -> store.put(
                                key, slot, tags, now.generation(), ttl)
                        .done()));
            }
        };
    }

    /** {@return one that lets requests join any computation, whatever was evicted since it began} */
    static EntryStore joiningAnything(EntryStore store) {
        return new FaultyStore(store) {

            @Override
            public CompletionStage<Finding> find(CacheKey key, Supplier<List<String>> tags, long waited) {
                return store.find(key, tags, waited)
                        .thenApply(found -> new Finding(
                                found.slot(), found.tags(), new AsBefore(found.generation()), found.detail()));
            }

            @Override
            public Written put(CacheKey key, Slot slot, List<String> tags, Generation generation, Duration ttl) {
                return store.put(key, slot, tags, ((AsBefore) generation).real, ttl);
            }
        };
    }

    /** A moment since which nothing seems to have been evicted. */
    private record AsBefore(Generation real) implements Generation {

        @Override
        public boolean unchangedSince(Generation earlier, List<String> tags) {
            return true;
        }
    }

    @Override
    public CompletionStage<Finding> find(CacheKey key, Supplier<List<String>> tags, long waited) {
        return store.find(key, tags, waited);
    }

    @Override
    public Written put(CacheKey key, Slot slot, List<String> tags, Generation generation, Duration ttl) {
        return store.put(key, slot, tags, generation, ttl);
    }

    @Override
    public CompletionStage<Optional<Lease>> lease(CacheKey key, List<String> tags, Generation generation, long waited) {
        return store.lease(key, tags, generation, waited);
    }

    @Override
    public CompletionStage<Void> remove(CacheKey key) {
        return store.remove(key);
    }

    @Override
    public CompletionStage<Void> evict(Collection<String> tags, Eviction eviction) {
        return store.evict(tags, eviction);
    }

    @Override
    public void close() {
        store.close();
    }
}
