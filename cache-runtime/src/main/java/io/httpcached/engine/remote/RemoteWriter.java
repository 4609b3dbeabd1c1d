package io.httpcached.engine.remote;

import io.httpcached.core.CacheKey;
import io.httpcached.engine.Slot;
import io.httpcached.engine.Written;
import io.httpcached.engine.codec.StoredEntry.Stamp;
import io.httpcached.store.CacheStore;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Puts slots into a backend, stamped with the generations of the moment before the handler ran. Thread-safe. */
final class RemoteWriter {

    private static final CompletionStage<Void> NOTHING = CompletableFuture.completedFuture(null);

    private final CacheStore store;
    private final Backend backend;
    private final EntryBytes entries;
    private final RemoteKeys keys;
    private final GenerationStore generations;
    private final UnconfirmedEvictions evictions;
    private final PendingWrites pending;
    private final Duration longest;
    private final RemoteCounters counters;

    RemoteWriter(
            CacheStore store,
            Backend backend,
            EntryBytes entries,
            RemoteKeys keys,
            GenerationStore generations,
            UnconfirmedEvictions evictions,
            RemoteSettings settings,
            RemoteCounters counters) {
        this.store = store;
        this.backend = backend;
        this.entries = entries;
        this.keys = keys;
        this.generations = generations;
        this.evictions = evictions;
        this.pending = new PendingWrites(settings.maximumPendingBytes());
        this.longest = settings.generationTtl();
        this.counters = counters;
    }

    /** {@return whether the slot is kept, as far as is known} */
    Written put(CacheKey key, Slot slot, List<String> tags, Generations before, Duration ttl) {
        if (ttl.isNegative() || ttl.isZero()) {
            return Written.now(false);
        }
        Duration life = ttl.compareTo(longest) < 0 ? ttl : longest;
        List<Stamp> stamps = before.stamps(tags);
        if (stamps != null) {
            return write(key, entries.encode(key, slot, stamps, life), tags, life);
        }
        return before.mayHaveMore() ? putLate(key, slot, tags, before, life) : Written.now(false);
    }

    /**
     * Puts a slot with tags that only the handler knew. Their generations are read now, and are those of the moment before
     * the handler ran if nothing at all was evicted in between. That is read last: an eviction that comes later removes
     * what was read first.
     */
    private Written putLate(CacheKey key, Slot slot, List<String> tags, Generations before, Duration life) {
        List<String> added = before.unknown(tags);
        if (!backend.isAvailable() || evictions.concern(() -> keys.generations(added))) {
            counters.writesDropped().increment();
            return Written.now(false);
        }
        CompletionStage<Void> done = backend.write(() -> generations.complete(added, before))
                .thenCompose(
                        all -> backend.write(() -> anyNow()).thenApply(any -> any.isAnyUnchanged(before) ? all : null))
                .thenCompose(all -> putStamped(key, slot, tags, all, life))
                .exceptionally(failure -> {
                    counters.writesFailed().increment();
                    return null;
                });
        return new Written(true, done);
    }

    private CompletionStage<Generations> anyNow() {
        return generations.readMore(List.of(Generations.ANY), Generations.NONE);
    }

    private CompletionStage<Void> putStamped(
            CacheKey key, Slot slot, List<String> tags, @Nullable Generations all, Duration life) {
        List<Stamp> stamps = all == null ? null : all.stamps(tags);
        if (stamps == null) {
            counters.writesDropped().increment();
            return NOTHING;
        }
        return write(key, entries.encode(key, slot, stamps, life), tags, life)
                .done()
                .thenRun(() -> {});
    }

    /** Removes what a key holds. */
    CompletionStage<Void> remove(CacheKey key) {
        return backend.write(() -> store.remove(List.of(keys.entry(key)))).exceptionally(failure -> null);
    }

    private Written write(CacheKey key, byte[] bytes, List<String> tags, Duration life) {
        if (bytes.length > store.capabilities().maximumValueSize()) {
            counters.entriesTooLarge().increment();
            return new Written(false, remove(key));
        }
        if (!backend.isAvailable() || !pending.begin(bytes.length)) {
            counters.writesDropped().increment();
            return Written.now(false);
        }
        CompletionStage<Void> written = backend.write(
                () -> store.put(keys.entry(key), bytes, life)
                        .thenCombine(generations.keep(tags), (put, kept) -> (Void) null),
                () -> pending.end(bytes.length));
        return new Written(true, written.exceptionally(failure -> {
            counters.writesFailed().increment();
            return null;
        }));
    }
}
