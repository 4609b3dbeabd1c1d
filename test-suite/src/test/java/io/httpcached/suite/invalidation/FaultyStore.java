package io.httpcached.suite.invalidation;

import io.httpcached.core.CacheKey;
import io.httpcached.engine.Deadline;
import io.httpcached.engine.Entry;
import io.httpcached.engine.EntryStore;
import io.httpcached.engine.InvalidationMode;
import io.httpcached.engine.Lease;
import io.httpcached.engine.LookupResult;
import io.httpcached.engine.StoreRequest;
import io.httpcached.engine.TagSnapshot;
import io.httpcached.engine.WriteResult;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** An entry store with a deliberate fault, which the race harnesses must detect. */
class FaultyStore implements EntryStore {

    final EntryStore store;

    private FaultyStore(EntryStore store) {
        this.store = store;
    }

    /** Returns a store that takes the tag snapshot after the handler ran instead of before. */
    static EntryStore takingSnapshotsAfterTheHandler(EntryStore store) {
        return new FaultyStore(store) {

            @Override
            public WriteResult put(
                    CacheKey key,
                    Entry entry,
                    List<String> tags,
                    TagSnapshot snapshot,
                    Duration ttl,
                    Deadline deadline) {
                return WriteResult.of(
                        true,
                        store.lookup(key, StoreRequest.of(tags, new Deadline()))
                                .thenCompose(now -> store.put(key, entry, tags, now.snapshot(), ttl, deadline)
                                        .done()));
            }
        };
    }

    /** Returns a store that lets requests join any handler run, even if an invalidation has happened since it began. */
    static EntryStore joiningOutdatedFetches(EntryStore store) {
        return new FaultyStore(store) {

            @Override
            public CompletionStage<LookupResult> lookup(CacheKey key, StoreRequest request) {
                return store.lookup(key, request)
                        .thenApply(found -> new LookupResult(
                                found.entry(),
                                found.tags(),
                                new AlwaysUnchanged(found.snapshot()),
                                found.storeFailure()));
            }

            @Override
            public WriteResult put(
                    CacheKey key,
                    Entry entry,
                    List<String> tags,
                    TagSnapshot snapshot,
                    Duration ttl,
                    Deadline deadline) {
                return store.put(key, entry, tags, ((AlwaysUnchanged) snapshot).real, ttl, deadline);
            }
        };
    }

    /** A snapshot according to which nothing was invalidated since any earlier snapshot. */
    private record AlwaysUnchanged(TagSnapshot real) implements TagSnapshot {

        @Override
        public boolean unchangedSince(TagSnapshot earlier, List<String> tags) {
            return true;
        }
    }

    @Override
    public CompletionStage<LookupResult> lookup(CacheKey key, StoreRequest request) {
        return store.lookup(key, request);
    }

    @Override
    public WriteResult put(
            CacheKey key, Entry entry, List<String> tags, TagSnapshot snapshot, Duration ttl, Deadline deadline) {
        return store.put(key, entry, tags, snapshot, ttl, deadline);
    }

    @Override
    public CompletionStage<Optional<Lease>> lease(CacheKey key, StoreRequest request, TagSnapshot snapshot) {
        return store.lease(key, request, snapshot);
    }

    @Override
    public CompletionStage<Void> remove(CacheKey key, StoreRequest request) {
        return store.remove(key, request);
    }

    @Override
    public CompletionStage<Void> invalidate(Collection<String> tags, InvalidationMode invalidation) {
        return store.invalidate(tags, invalidation);
    }

    @Override
    public void close() {
        store.close();
    }
}
