package io.httpcached.engine.memory;

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
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Stores entries in the heap of this process, without serialization. Every stage that it returns is complete. Thread-safe. */
public final class MemoryEntryStore implements EntryStore {

    private static final int REMEMBERED_TAGS = 100_000;

    /** The objects around a response. */
    private static final int ENTRY_BYTES = 80;

    /** A text without its characters. */
    private static final int TAG_BYTES = 44;

    private static final CompletableFuture<Optional<Lease>> GRANTED =
            CompletableFuture.completedFuture(Optional.of(written -> {}));
    private static final CompletableFuture<Void> DONE = CompletableFuture.completedFuture(null);

    /**
     * An entry as the store keeps it.
     *
     * @param entry the entry
     * @param tags the tags that invalidate it
     * @param before a moment before its response was computed
     * @param bytes the size of the entry on the heap, in bytes
     * @param expiresAtMillis the time when it expires, in milliseconds since the epoch
     */
    private record TaggedEntry(Entry entry, List<String> tags, MemorySnapshot before, long bytes, long expiresAtMillis)
            implements MemoryStore.Value {

        TaggedEntry(Entry entry, List<String> tags, MemorySnapshot before, long expiresAtMillis) {
            this(entry, tags, before, size(entry, tags), expiresAtMillis);
        }

        TaggedEntry recounted() {
            return new TaggedEntry(entry, tags, before, expiresAtMillis);
        }

        private static long size(Entry entry, List<String> tags) {
            long bytes = ENTRY_BYTES
                    + (entry instanceof Entry.Response stored
                            ? stored.response().footprint()
                            : 200);
            for (String tag : tags) {
                bytes += TAG_BYTES + tag.length();
            }
            return bytes;
        }
    }

    /**
     * A moment in the history of this store. An earlier snapshot is compared with the present, which is later still: that
     * finds more invalidations, never fewer.
     *
     * @param store the store
     * @param removal the position in the log of the invalidations that remove entries
     * @param soft the position in the log of those that mark them stale
     */
    private record MemorySnapshot(MemoryEntryStore store, long removal, long soft) implements TagSnapshot {

        @Override
        public boolean unchangedSince(TagSnapshot earlier, List<String> tags) {
            return earlier instanceof MemorySnapshot before
                    && store.removals.unchangedSince(before.removal, tags)
                    && store.softInvalidations.unchangedSince(before.soft, tags);
        }
    }

    private final MemoryStore<TaggedEntry> entries;
    private final Clock clock;
    private final InvalidationLog removals = new InvalidationLog(REMEMBERED_TAGS);
    private final InvalidationLog softInvalidations = new InvalidationLog(REMEMBERED_TAGS);

    /** One object for all lookups between two invalidations. Made again if another thread does not see it. */
    private MemorySnapshot latest = new MemorySnapshot(this, 0, 0);

    /**
     * Creates an empty store.
     *
     * @param maximumBytes the maximum size of bodies, fields and keys together, in bytes
     * @param clock the clock for the expiry of entries
     */
    public MemoryEntryStore(long maximumBytes, Clock clock) {
        this.entries = new MemoryStore<>(maximumBytes, clock);
        this.clock = clock;
    }

    @Override
    public CompletionStage<LookupResult> lookup(CacheKey key, StoreRequest request) {
        MemorySnapshot now = now();
        TaggedEntry found = entries.get(key.canonical());
        return CompletableFuture.completedFuture(
                found != null && isValid(found, request) ? hit(found, now) : LookupResult.miss(now));
    }

    private MemorySnapshot now() {
        MemorySnapshot known = latest;
        long removal = removals.position();
        long soft = softInvalidations.position();
        if (known.removal != removal || known.soft != soft) {
            known = new MemorySnapshot(this, removal, soft);
            latest = known;
        }
        return known;
    }

    /** Asks for the tags of the request only after an invalidation, because it takes time to generate them. */
    private boolean isValid(TaggedEntry found, StoreRequest request) {
        long since = found.before.removal;
        return since == removals.position()
                || (removals.unchangedSince(since, found.tags) && removals.unchangedSince(since, request.tags()));
    }

    private LookupResult hit(TaggedEntry found, MemorySnapshot now) {
        long staleSince = softInvalidations.invalidatedSince(found.before.soft, found.tags);
        Entry entry = staleSince == InvalidationLog.NEVER ? found.entry : found.entry.markedStale(staleSince);
        return new LookupResult(entry, found.tags, now, null);
    }

    @Override
    public WriteResult put(
            CacheKey key, Entry entry, List<String> tags, TagSnapshot snapshot, Duration ttl, Deadline deadline) {
        if (!(snapshot instanceof MemorySnapshot before) || !removals.unchangedSince(before.removal, tags)) {
            return WriteResult.completed(false);
        }
        TaggedEntry tagged = new TaggedEntry(entry, tags, before, entries.expiresAt(ttl));
        boolean grows =
                entry instanceof Entry.Response stored && stored.response().lacksCompressedBody();
        entries.put(key.canonical(), tagged);
        if (grows && entry instanceof Entry.Response stored) {
            stored.response().onCompression(() -> entries.recount(key.canonical(), TaggedEntry::recounted));
        }
        return WriteResult.completed(true);
    }

    /**
     * Grants a lease at once, since there is no other node. It is not {@link Lease#NOT_NEEDED}, so the request looks up
     * again: an equal request may have stored its response since the first lookup.
     */
    @Override
    public CompletionStage<Optional<Lease>> lease(CacheKey key, StoreRequest request, TagSnapshot snapshot) {
        return GRANTED;
    }

    @Override
    public CompletionStage<Void> remove(CacheKey key, StoreRequest request) {
        entries.remove(key.canonical());
        return DONE;
    }

    @Override
    public CompletionStage<Void> invalidate(Collection<String> tags, InvalidationMode mode) {
        (mode == InvalidationMode.REMOVE ? removals : softInvalidations).invalidate(tags, clock.millis());
        return DONE;
    }

    /** {@return the approximate number of entries} */
    public long size() {
        return entries.size();
    }

    /** {@return the approximate size of all entries in bytes} */
    public long bytes() {
        return entries.bytes();
    }

    /** {@return the size in bytes from which entries are evicted} */
    public long maximumBytes() {
        return entries.maximumBytes();
    }

    /** {@return the number of entries that were evicted to make room} */
    public long evictions() {
        return entries.evictions();
    }

    @Override
    public void close() {
        entries.clear();
    }
}
