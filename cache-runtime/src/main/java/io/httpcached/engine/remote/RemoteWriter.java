package io.httpcached.engine.remote;

import io.httpcached.core.CacheKey;
import io.httpcached.engine.Entry;
import io.httpcached.engine.WriteResult;
import io.httpcached.engine.codec.StoredEntry.EntryTag;
import io.httpcached.store.CacheStore;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Puts entries into a backend, stamped with the tag versions of the moment before the handler ran. Thread-safe. */
final class RemoteWriter {

    private static final CompletionStage<Void> NOTHING = CompletableFuture.completedFuture(null);

    private final CacheStore store;
    private final GuardedStore backend;
    private final EntrySerializer entries;
    private final RemoteKeys keys;
    private final TagVersionStore tagVersions;
    private final UnconfirmedInvalidations invalidations;
    private final PendingWrites pending;
    private final Duration longest;
    private final RemoteCounters counters;

    RemoteWriter(
            CacheStore store,
            GuardedStore backend,
            EntrySerializer entries,
            RemoteKeys keys,
            TagVersionStore tagVersions,
            UnconfirmedInvalidations invalidations,
            RemoteSettings settings,
            RemoteCounters counters) {
        this.store = store;
        this.backend = backend;
        this.entries = entries;
        this.keys = keys;
        this.tagVersions = tagVersions;
        this.invalidations = invalidations;
        this.pending = new PendingWrites(settings.maximumPendingBytes());
        this.longest = settings.tagVersionTtl();
        this.counters = counters;
    }

    /** {@return whether the entry is kept, as far as is known} */
    WriteResult put(CacheKey key, Entry entry, List<String> tags, TagVersions before, Duration ttl) {
        if (ttl.isNegative() || ttl.isZero()) {
            return WriteResult.now(false);
        }
        Duration life = ttl.compareTo(longest) < 0 ? ttl : longest;
        List<EntryTag> entryTags = before.entryTags(tags);
        if (entryTags != null) {
            return write(key, entries.encode(key, entry, entryTags, life), tags, life);
        }
        return before.mayHaveMore() ? putLate(key, entry, tags, before, life) : WriteResult.now(false);
    }

    /**
     * Puts a entry with tags that only the handler knew. Their tag versions are read now, and are those of the moment before
     * the handler ran if nothing at all was invalidated in between. That is read last: an invalidation that comes later removes
     * what was read first.
     */
    private WriteResult putLate(CacheKey key, Entry entry, List<String> tags, TagVersions before, Duration life) {
        List<String> added = before.unknown(tags);
        if (!backend.isAvailable() || invalidations.concern(() -> keys.tagVersions(added))) {
            counters.writesDropped().increment();
            return WriteResult.now(false);
        }
        CompletionStage<Void> done = backend.write(() -> tagVersions.complete(added, before))
                .thenCompose(
                        all -> backend.write(() -> anyNow()).thenApply(any -> any.isAnyUnchanged(before) ? all : null))
                .thenCompose(all -> putStamped(key, entry, tags, all, life))
                .exceptionally(failure -> {
                    counters.writesFailed().increment();
                    return null;
                });
        return new WriteResult(true, done);
    }

    private CompletionStage<TagVersions> anyNow() {
        return tagVersions.readMore(List.of(TagVersions.ANY), TagVersions.NONE);
    }

    private CompletionStage<Void> putStamped(
            CacheKey key, Entry entry, List<String> tags, @Nullable TagVersions all, Duration life) {
        List<EntryTag> entryTags = all == null ? null : all.entryTags(tags);
        if (entryTags == null) {
            counters.writesDropped().increment();
            return NOTHING;
        }
        return write(key, entries.encode(key, entry, entryTags, life), tags, life)
                .done()
                .thenRun(() -> {});
    }

    /** Removes what a key holds. */
    CompletionStage<Void> remove(CacheKey key) {
        return backend.write(() -> store.remove(List.of(keys.entry(key)))).exceptionally(failure -> null);
    }

    private WriteResult write(CacheKey key, byte[] bytes, List<String> tags, Duration life) {
        if (bytes.length > store.capabilities().maximumValueSize()) {
            counters.entriesTooLarge().increment();
            return new WriteResult(false, remove(key));
        }
        if (!backend.isAvailable() || !pending.begin(bytes.length)) {
            counters.writesDropped().increment();
            return WriteResult.now(false);
        }
        CompletionStage<Void> written = backend.write(
                () -> store.put(keys.entry(key), bytes, life)
                        .thenCombine(tagVersions.keep(tags), (put, kept) -> (Void) null),
                () -> pending.end(bytes.length));
        return new WriteResult(true, written.exceptionally(failure -> {
            counters.writesFailed().increment();
            return null;
        }));
    }
}
