package io.httpcached.engine;

import io.httpcached.core.CacheKey;
import io.httpcached.store.memory.EvictionLog;
import io.httpcached.store.memory.MemoryStore;
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

    private static final int REMEMBERED_EVICTIONS = 100_000;
    private static final CompletableFuture<Optional<Lease>> FREE =
            CompletableFuture.completedFuture(Optional.of(Lease.FREE));
    private static final CompletableFuture<Void> DONE = CompletableFuture.completedFuture(null);

    private record Held(Slot slot, long since, List<String> tags) {

        long bytes() {
            long bytes = slot instanceof Slot.Entry entry ? entry.response().footprint() : 200;
            for (String tag : tags) {
                bytes += 60 + tag.length();
            }
            return bytes;
        }
    }

    private record Position(EvictionLog log, long position) implements Generation {

        @Override
        public boolean unchangedSince(Generation earlier, List<String> tags) {
            return earlier instanceof Position moment && log.unchangedSince(moment.position, tags);
        }
    }

    private final MemoryStore<Held> slots;
    private final EvictionLog evictions = new EvictionLog(REMEMBERED_EVICTIONS);

    /**
     * Creates an empty store.
     *
     * @param maximumBytes what bodies, fields and keys may take together
     * @param clock tells when a slot has outlived its time
     */
    public MemoryEntryStore(long maximumBytes, Clock clock) {
        this.slots = new MemoryStore<>(maximumBytes, clock);
    }

    @Override
    public CompletionStage<Finding> find(CacheKey key, Supplier<List<String>> tags) {
        long position = evictions.position();
        Held held = slots.get(key.canonical());
        Slot valid = held != null && evictions.unchangedSince(held.since, held.tags) ? held.slot : null;
        return CompletableFuture.completedFuture(new Finding(valid, new Position(evictions, position), null));
    }

    @Override
    public Written put(CacheKey key, Slot slot, List<String> tags, Generation generation, Duration ttl) {
        if (!(generation instanceof Position before) || !evictions.unchangedSince(before.position, tags)) {
            return Written.now(false);
        }
        Held held = new Held(slot, before.position, tags);
        slots.put(key.canonical(), held, held.bytes(), ttl);
        return Written.now(true);
    }

    /** {@return the right} There is no other node that could find what is here. */
    @Override
    public CompletionStage<Optional<Lease>> lease(CacheKey key, Generation generation) {
        return FREE;
    }

    @Override
    public CompletionStage<Void> remove(CacheKey key) {
        slots.remove(key.canonical());
        return DONE;
    }

    @Override
    public CompletionStage<Void> evict(Collection<String> tags) {
        evictions.evict(tags);
        return DONE;
    }

    @Override
    public void close() {
        slots.clear();
    }
}
