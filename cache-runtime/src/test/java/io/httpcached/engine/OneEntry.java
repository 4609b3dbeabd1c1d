package io.httpcached.engine;

import io.httpcached.core.CacheKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A store with one entry under all keys, whose lease is free. */
final class OneEntry implements EntryStore {

    static final TagSnapshot MOMENT = (earlier, tags) -> true;

    final List<CompletableFuture<?>> released = new ArrayList<>();
    final List<Long> waits = new ArrayList<>();
    final Lease lease = written -> released.add(written.toCompletableFuture());

    @Nullable
    Entry entry;

    @Override
    public CompletionStage<LookupResult> lookup(CacheKey key, Supplier<List<String>> tags, long waited) {
        waits.add(waited);
        return CompletableFuture.completedFuture(new LookupResult(entry, List.of(), MOMENT, null).after(waited + 1));
    }

    @Override
    public WriteResult put(CacheKey key, Entry entry, List<String> tags, TagSnapshot snapshot, Duration ttl) {
        throw new AssertionError("nothing is to be put");
    }

    @Override
    public CompletionStage<Optional<Lease>> lease(CacheKey key, List<String> tags, TagSnapshot snapshot, long waited) {
        waits.add(waited);
        return CompletableFuture.completedFuture(Optional.of(lease));
    }

    @Override
    public CompletionStage<Void> remove(CacheKey key) {
        throw new AssertionError("nothing is to be removed");
    }

    @Override
    public CompletionStage<Void> invalidate(Collection<String> tags, InvalidationMode invalidation) {
        throw new AssertionError("nothing is to be invalidated");
    }

    @Override
    public void close() {}
}
