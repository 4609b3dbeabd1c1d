package io.httpcached.engine.memory;

import io.httpcached.core.CacheKey;
import io.httpcached.engine.Entry;
import io.httpcached.engine.EntryStore;
import io.httpcached.engine.InvalidationMode;
import io.httpcached.engine.Lease;
import io.httpcached.engine.LookupResult;
import io.httpcached.engine.TagSnapshot;
import io.httpcached.engine.WriteResult;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * Slots in the heap of this process, as they are. Every stage is complete when it is returned.
 */
public final class MemoryEntryStore implements EntryStore {

    private static final int REMEMBERED_INVALIDATIONS = 100_000;
    private static final CompletableFuture<Optional<Lease>> GRANTED =
            CompletableFuture.completedFuture(Optional.of(written -> {}));
    private static final CompletableFuture<Void> DONE = CompletableFuture.completedFuture(null);

    private record Held(Entry entry, Position since, List<String> tags) {

        long bytes() {
            long bytes =
                    entry instanceof Entry.Response stored ? stored.response().footprint() : 200;
            for (String tag : tags) {
                bytes += 60 + tag.length();
            }
            return bytes;
        }
    }

    /**
     * A moment in the history of this store. An earlier one is compared with the present, which is later still: that finds
     * more invalidations, never fewer.
     *
     * @param gone the position among the invalidations that let entries be gone
     * @param stale the position among those that make them stale
     */
    private record Position(MemoryEntryStore store, long gone, long stale) implements TagSnapshot {

        @Override
        public boolean unchangedSince(TagSnapshot earlier, List<String> tags) {
            return earlier instanceof Position moment
                    && store.gone.unchangedSince(moment.gone, tags)
                    && store.stale.unchangedSince(moment.stale, tags);
        }
    }

    private final MemoryStore<Held> entries;
    private final Clock clock;
    private final InvalidationLog gone = new InvalidationLog(REMEMBERED_INVALIDATIONS);
    private final InvalidationLog stale = new InvalidationLog(REMEMBERED_INVALIDATIONS);

    /**
     * Creates an empty store.
     *
     * @param maximumBytes what bodies, fields and keys may take together
     * @param clock tells when a entry has outlived its time
     */
    public MemoryEntryStore(long maximumBytes, Clock clock) {
        this.entries = new MemoryStore<>(maximumBytes, clock);
        this.clock = clock;
    }

    @Override
    public CompletionStage<LookupResult> lookup(CacheKey key, Supplier<List<String>> tags, long waited) {
        Position now = new Position(this, gone.position(), stale.position());
        Held held = entries.get(key.canonical());
        return CompletableFuture.completedFuture(
                held != null && gone.unchangedSince(held.since.gone, held.tags)
                        ? found(held, now)
                        : LookupResult.nothing(now));
    }

    private LookupResult found(Held held, Position now) {
        long outdated = stale.invalidatedSince(held.since.stale, held.tags);
        Entry entry = outdated == InvalidationLog.NEVER ? held.entry : held.entry.outdated(outdated);
        return new LookupResult(entry, held.tags, now, null);
    }

    @Override
    public WriteResult put(CacheKey key, Entry entry, List<String> tags, TagSnapshot snapshot, Duration ttl) {
        if (!(snapshot instanceof Position before) || !gone.unchangedSince(before.gone, tags)) {
            return WriteResult.now(false);
        }
        Held held = new Held(entry, before, tags);
        entries.put(key.canonical(), held, held.bytes(), ttl);
        return WriteResult.now(true);
    }

    /**
     * {@return the right, at once, for there is no other node} It is not free, so that whoever gets it looks once more:
     * between the first look and now an equal request may have stored its answer.
     */
    @Override
    public CompletionStage<Optional<Lease>> lease(CacheKey key, List<String> tags, TagSnapshot snapshot, long waited) {
        return GRANTED;
    }

    @Override
    public CompletionStage<Void> remove(CacheKey key) {
        entries.remove(key.canonical());
        return DONE;
    }

    @Override
    public CompletionStage<Void> invalidate(Collection<String> tags, InvalidationMode invalidation) {
        (invalidation == InvalidationMode.REMOVE ? gone : stale).invalidate(tags, clock.millis());
        return DONE;
    }

    /** {@return the number of slots, at this moment and approximately} */
    public long size() {
        return entries.size();
    }

    /** {@return what the entries take, in bytes, at this moment and approximately} */
    public long bytes() {
        return entries.bytes();
    }

    @Override
    public void close() {
        entries.clear();
    }
}
