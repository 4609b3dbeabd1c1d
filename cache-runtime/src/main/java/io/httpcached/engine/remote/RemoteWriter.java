package io.httpcached.engine.remote;

import io.httpcached.core.CacheKey;
import io.httpcached.engine.Deadline;
import io.httpcached.engine.Entry;
import io.httpcached.engine.WriteResult;
import io.httpcached.engine.codec.StoredEntry.EntryTag;
import io.httpcached.store.CacheStore;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;

/** Writes entries to a backend, with the tag versions of the moment before the handler ran. Thread-safe. */
final class RemoteWriter {

    private final CacheStore store;
    private final GuardedStore guard;
    private final EntrySerializer entries;
    private final RemoteKeys keys;
    private final TagVersionStore tagVersions;
    private final RemoteInvalidationLog log;
    private final UnconfirmedInvalidations unconfirmed;
    private final Duration maximumTtl;
    private final long maximumPendingBytes;
    private final AtomicLong pendingBytes;
    private final RemoteCounters counters;

    RemoteWriter(
            CacheStore store,
            GuardedStore guard,
            EntrySerializer entries,
            RemoteKeys keys,
            TagVersionStore tagVersions,
            RemoteInvalidationLog log,
            UnconfirmedInvalidations unconfirmed,
            RemoteSettings settings,
            RemoteCounters counters) {
        this.store = store;
        this.guard = guard;
        this.entries = entries;
        this.keys = keys;
        this.tagVersions = tagVersions;
        this.log = log;
        this.unconfirmed = unconfirmed;
        this.maximumTtl = settings.tagVersionTtl();
        this.maximumPendingBytes = settings.maximumPendingBytes();
        this.counters = counters;
        this.pendingBytes = new AtomicLong();
    }

    private RemoteWriter(RemoteWriter original, EntrySerializer entries) {
        this.store = original.store;
        this.guard = original.guard;
        this.entries = entries;
        this.keys = original.keys;
        this.tagVersions = original.tagVersions;
        this.log = original.log;
        this.unconfirmed = original.unconfirmed;
        this.maximumTtl = original.maximumTtl;
        this.maximumPendingBytes = original.maximumPendingBytes;
        this.counters = original.counters;
        this.pendingBytes = original.pendingBytes;
    }

    /** {@return a writer of entries in another form, to the same backend and within the same bound} */
    RemoteWriter of(EntrySerializer other) {
        return new RemoteWriter(this, other);
    }

    WriteResult put(CacheKey key, Entry entry, List<String> tags, TagVersions before, Duration ttl, Deadline deadline) {
        if (ttl.isNegative() || ttl.isZero()) {
            return WriteResult.completed(false);
        }
        Duration entryTtl = ttl.compareTo(maximumTtl) < 0 ? ttl : maximumTtl;
        List<EntryTag> entryTags = before.entryTags(tags);
        if (entryTags != null) {
            return write(key, entries.encode(key, entry, entryTags, entryTtl), entryTags, entryTtl);
        }
        return before.allowsLateTags()
                ? putWithLateTags(key, entry, tags, before, entryTtl, deadline)
                : WriteResult.completed(false);
    }

    /**
     * Writes an entry with tags that only the handler knew. Their versions are read now; they are also those from before the
     * handler ran if the log has no invalidation of these tags in between. That check reads last, since a later invalidation
     * removes the versions that were read first. The request waits for it until its deadline.
     */
    private WriteResult putWithLateTags(
            CacheKey key, Entry entry, List<String> tags, TagVersions before, Duration ttl, Deadline deadline) {
        List<String> late = before.missing(tags);
        if (!guard.isAvailable() || unconfirmed.containsAny(() -> keys.tagVersions(late))) {
            counters.writesDropped().increment();
            return WriteResult.completed(false);
        }
        CompletionStage<WriteResult> begun = guard.write(() -> tagVersions.createMissing(late, before))
                .thenCompose(all -> guard.write(() -> log.isUnchanged(before.position(), keys.tagVersions(late)))
                        .thenApply(unchanged -> unchanged ? all : TagVersions.NONE))
                .thenApply(all -> putWithVersions(key, entry, tags, all, ttl))
                .exceptionally(failure -> {
                    counters.writesFailed().increment();
                    return WriteResult.completed(false);
                });
        return new WriteResult(
                guard.await(begun.thenCompose(WriteResult::kept), deadline).exceptionally(missed -> false),
                begun.thenCompose(WriteResult::done));
    }

    private WriteResult putWithVersions(
            CacheKey key, Entry entry, List<String> tags, TagVersions versions, Duration ttl) {
        List<EntryTag> entryTags = versions.entryTags(tags);
        if (entryTags == null) {
            counters.writesDropped().increment();
            return WriteResult.completed(false);
        }
        return write(key, entries.encode(key, entry, entryTags, ttl), entryTags, ttl);
    }

    CompletionStage<Void> remove(CacheKey key) {
        return guard.write(() -> store.remove(List.of(keys.entry(key)))).exceptionally(failure -> null);
    }

    private WriteResult write(CacheKey key, byte[] bytes, List<EntryTag> tags, Duration ttl) {
        if (bytes.length > store.capabilities().maximumValueSize()) {
            counters.entriesTooLarge().increment();
            return WriteResult.of(false, remove(key));
        }
        if (!guard.isAvailable() || !beginWrite(bytes.length)) {
            counters.writesDropped().increment();
            return WriteResult.completed(false);
        }
        CompletionStage<Void> written = guard.write(
                () -> store.put(keys.entry(key), bytes, ttl)
                        .thenCombine(tagVersions.keep(tags, ttl), (put, kept) -> (Void) null),
                () -> endWrite(bytes.length));
        return WriteResult.of(true, written.exceptionally(failure -> {
            counters.writesFailed().increment();
            return null;
        }));
    }

    /**
     * {@return whether a write may begin; if so, it must be {@linkplain #endWrite ended}} Bounds the pending writes, so that
     * a slow backend cannot fill the heap. A single write may begin whatever its size.
     */
    private boolean beginWrite(long size) {
        long before = pendingBytes.getAndAdd(size);
        if (before == 0 || before + size <= maximumPendingBytes) {
            return true;
        }
        endWrite(size);
        return false;
    }

    /** {@return the size of the entries that are being written, in bytes} */
    long pendingBytes() {
        return pendingBytes.get();
    }

    private void endWrite(long size) {
        pendingBytes.addAndGet(-size);
    }
}
