package io.httpcached.engine.broadcast;

import io.httpcached.core.CacheKey;
import io.httpcached.engine.Deadline;
import io.httpcached.engine.Entry;
import io.httpcached.engine.EntryStore;
import io.httpcached.engine.InvalidationMode;
import io.httpcached.engine.Lease;
import io.httpcached.engine.LookupResult;
import io.httpcached.engine.OutcomeDetail;
import io.httpcached.engine.StoreRequest;
import io.httpcached.engine.TagSnapshot;
import io.httpcached.engine.WriteResult;
import io.httpcached.engine.memory.MemoryEntryStore;
import io.httpcached.store.BroadcastChannel;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ForkJoinPool;

/**
 * Stores entries in the heap of this process, and exchanges invalidations with the other nodes. An invalidation takes effect
 * on this node at once, and on the others when its message arrives. While this node cannot know that it has heard
 * all messages but the latest, lookups are misses whose responses are not stored. Thread-safe.
 */
public final class BroadcastEntryStore implements EntryStore {

    private final MemoryEntryStore memory;
    private final InvalidationBroadcast broadcast;

    /** The snapshot of a lookup that could not be answered. Nothing that is computed after it is stored. */
    private record UnknownSnapshot() implements TagSnapshot {

        static final CompletionStage<LookupResult> NO_ANSWER = CompletableFuture.completedFuture(
                new LookupResult(null, List.of(), new UnknownSnapshot(), OutcomeDetail.BROADCAST_UNAVAILABLE.text()));

        @Override
        public boolean unchangedSince(TagSnapshot earlier, List<String> tags) {
            return false;
        }
    }

    /**
     * Creates a store that begins to listen when it is first used.
     *
     * @param memory the entries, which this store closes
     * @param channel the channel to the other nodes, which is closed with this store
     * @param settings the settings of the broadcast
     */
    public BroadcastEntryStore(MemoryEntryStore memory, BroadcastChannel channel, BroadcastSettings settings) {
        this.memory = memory;
        this.broadcast = new InvalidationBroadcast(
                channel, settings, memory::invalidate, Moment.Source.SYSTEM, ForkJoinPool.commonPool());
    }

    @Override
    public CompletionStage<LookupResult> lookup(CacheKey key, StoreRequest request) {
        return broadcast.isLive() ? memory.lookup(key, request) : UnknownSnapshot.NO_ANSWER;
    }

    @Override
    public WriteResult put(
            CacheKey key, Entry entry, List<String> tags, TagSnapshot snapshot, Duration ttl, Deadline deadline) {
        return memory.put(key, entry, tags, snapshot, ttl, deadline);
    }

    @Override
    public CompletionStage<Optional<Lease>> lease(CacheKey key, StoreRequest request, TagSnapshot snapshot) {
        return memory.lease(key, request, snapshot);
    }

    @Override
    public CompletionStage<Void> remove(CacheKey key, StoreRequest request) {
        return memory.remove(key, request);
    }

    @Override
    public CompletionStage<Void> invalidate(Collection<String> tags, InvalidationMode mode) {
        return memory.invalidate(tags, mode).thenCompose(done -> broadcast.publish(tags, mode));
    }

    /** Begins to listen to the other nodes. Returns at once. */
    public void warmUp() {
        broadcast.start();
    }

    /** {@return the entries of this node} */
    public MemoryEntryStore memory() {
        return memory;
    }

    /** {@return the state of the broadcast and its counters} */
    public BroadcastStatistics statistics() {
        return broadcast.statistics();
    }

    @Override
    public void close() {
        broadcast.close();
        memory.close();
    }
}
