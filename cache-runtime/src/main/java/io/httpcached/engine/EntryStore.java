package io.httpcached.engine;

import io.httpcached.core.CacheKey;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * Slots under keys, with tags that make all slots carrying them invalid at once. Thread-safe. What a backend cannot answer
 * is not found: no stage fails but that of {@link #evict}.
 */
public interface EntryStore extends AutoCloseable {

    /**
     * Looks a key up.
     *
     * @param key the key
     * @param tags gives the tags known from the request, for stores that must ask for them together with the key
     * @param waited for how many nanoseconds this store has kept the request waiting before: one time budget is for all
     * @return what was found, and the generation to hand to {@link #put} if the handler is run now
     */
    CompletionStage<Finding> find(CacheKey key, Supplier<List<String>> tags, long waited);

    /**
     * Puts a slot in place of whatever the key held.
     *
     * @param key the key
     * @param slot what it is to hold
     * @param tags the names under which it can be evicted
     * @param generation the moment before the handler ran: an eviction after it makes the slot invalid
     * @param ttl how long it is of use
     * @return whether it is kept; the write goes on by itself
     */
    Written put(CacheKey key, Slot slot, List<String> tags, Generation generation, Duration ttl);

    /**
     * Asks for the right to run the handler whose answer the key is to hold.
     *
     * @param key the key
     * @param tags the tags known from the request
     * @param generation the moment of the look-up: nobody waits for a handler that ran before an eviction of the tags
     * @param waited for how many nanoseconds this store has kept the request waiting before
     * @return the right; none as long as another node has it
     */
    CompletionStage<Optional<Lease>> lease(CacheKey key, List<String> tags, Generation generation, long waited);

    /**
     * Removes what a key holds.
     *
     * @param key the key
     * @return completes when it is gone
     */
    CompletionStage<Void> remove(CacheKey key);

    /**
     * Evicts every slot that carries one of the tags, those computed now and stored later included.
     *
     * @param tags the tags
     * @param eviction what becomes of the slots; a store that cannot make them stale lets them be gone
     * @return completes when no look-up finds them any more as they were; fails if the backend did not confirm it
     */
    CompletionStage<Void> evict(Collection<String> tags, Eviction eviction);

    @Override
    void close();
}
