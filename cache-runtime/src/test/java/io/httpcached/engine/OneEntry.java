package io.httpcached.engine;

import io.httpcached.core.CacheKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** A store with one entry under all keys, whose lease is free. Each request waits for it for a nanosecond. */
final class OneEntry implements EntryStore {

    static final TagSnapshot MOMENT = (earlier, tags) -> true;

    final List<CompletableFuture<?>> released = new ArrayList<>();

    /** The time that the request had waited before each operation. */
    final List<Long> waits = new ArrayList<>();

    /** Whether each lookup permitted a near copy. */
    final List<Boolean> near = new ArrayList<>();

    final Lease lease = written -> released.add(written.toCompletableFuture());

    /** The number of times that the lease is refused, as if another node had it. */
    int denials;

    @Nullable
    Entry entry;

    @Override
    public CompletionStage<LookupResult> lookup(CacheKey key, StoreRequest request) {
        recordWait(request);
        near.add(request.near());
        return CompletableFuture.completedFuture(new LookupResult(entry, List.of(), MOMENT, null));
    }

    @Override
    public WriteResult put(
            CacheKey key, Entry entry, List<String> tags, TagSnapshot snapshot, Duration ttl, Deadline deadline) {
        throw new AssertionError("nothing is to be put");
    }

    @Override
    public CompletionStage<Optional<Lease>> lease(CacheKey key, StoreRequest request, TagSnapshot snapshot) {
        recordWait(request);
        return CompletableFuture.completedFuture(denials-- > 0 ? Optional.empty() : Optional.of(lease));
    }

    @Override
    public CompletionStage<Void> remove(CacheKey key, StoreRequest request) {
        throw new AssertionError("nothing is to be removed");
    }

    @Override
    public CompletionStage<Void> invalidate(Collection<String> tags, InvalidationMode mode) {
        throw new AssertionError("nothing is to be invalidated");
    }

    @Override
    public void close() {}

    private void recordWait(StoreRequest request) {
        waits.add(request.deadline().spentNanos());
        request.deadline().addWait(1);
    }
}
