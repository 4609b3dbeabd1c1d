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
    private static final CompletableFuture<Optional<Lease>> GRANTED =
            CompletableFuture.completedFuture(Optional.of(written -> {}));
    private static final CompletableFuture<Void> DONE = CompletableFuture.completedFuture(null);

    private record Held(Slot slot, Position since, List<String> tags) {

        long bytes() {
            long bytes = slot instanceof Slot.Entry entry ? entry.response().footprint() : 200;
            for (String tag : tags) {
                bytes += 60 + tag.length();
            }
            return bytes;
        }
    }

    /**
     * A moment in the history of this store. An earlier one is compared with the present, which is later still: that finds
     * more evictions, never fewer.
     *
     * @param gone the position among the evictions that let slots be gone
     * @param stale the position among those that make them stale
     */
    private record Position(MemoryEntryStore store, long gone, long stale) implements Generation {

        @Override
        public boolean unchangedSince(Generation earlier, List<String> tags) {
            return earlier instanceof Position moment
                    && store.gone.unchangedSince(moment.gone, tags)
                    && store.stale.unchangedSince(moment.stale, tags);
        }
    }

    private final MemoryStore<Held> slots;
    private final Clock clock;
    private final EvictionLog gone = new EvictionLog(REMEMBERED_EVICTIONS);
    private final EvictionLog stale = new EvictionLog(REMEMBERED_EVICTIONS);

    /**
     * Creates an empty store.
     *
     * @param maximumBytes what bodies, fields and keys may take together
     * @param clock tells when a slot has outlived its time
     */
    public MemoryEntryStore(long maximumBytes, Clock clock) {
        this.slots = new MemoryStore<>(maximumBytes, clock);
        this.clock = clock;
    }

    @Override
    public CompletionStage<Finding> find(CacheKey key, Supplier<List<String>> tags, long waited) {
        Position now = new Position(this, gone.position(), stale.position());
        Held held = slots.get(key.canonical());
        return CompletableFuture.completedFuture(
                held != null && gone.unchangedSince(held.since.gone, held.tags)
                        ? found(held, now)
                        : Finding.nothing(now));
    }

    private Finding found(Held held, Position now) {
        long outdated = stale.evictedSince(held.since.stale, held.tags);
        Slot slot = outdated == EvictionLog.NEVER ? held.slot : held.slot.outdated(outdated);
        return new Finding(slot, held.tags, now, null);
    }

    @Override
    public Written put(CacheKey key, Slot slot, List<String> tags, Generation generation, Duration ttl) {
        if (!(generation instanceof Position before) || !gone.unchangedSince(before.gone, tags)) {
            return Written.now(false);
        }
        Held held = new Held(slot, before, tags);
        slots.put(key.canonical(), held, held.bytes(), ttl);
        return Written.now(true);
    }

    /**
     * {@return the right, at once, for there is no other node} It is not free, so that whoever gets it looks once more:
     * between the first look and now an equal request may have stored its answer.
     */
    @Override
    public CompletionStage<Optional<Lease>> lease(CacheKey key, List<String> tags, Generation generation, long waited) {
        return GRANTED;
    }

    @Override
    public CompletionStage<Void> remove(CacheKey key) {
        slots.remove(key.canonical());
        return DONE;
    }

    @Override
    public CompletionStage<Void> evict(Collection<String> tags, Eviction eviction) {
        (eviction == Eviction.GONE ? gone : stale).evict(tags, clock.millis());
        return DONE;
    }

    /** {@return the number of slots, at this moment and approximately} */
    public long size() {
        return slots.size();
    }

    /** {@return what the slots take, in bytes, at this moment and approximately} */
    public long bytes() {
        return slots.bytes();
    }

    @Override
    public void close() {
        slots.clear();
    }
}
