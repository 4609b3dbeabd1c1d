package io.httpcached.engine;

import io.httpcached.core.CacheKey;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * Slots under keys, with tags that make all entries carrying them invalid at once. Thread-safe. What a backend cannot answer
 * is not found: no stage fails but that of {@link #invalidate}.
 */
public interface EntryStore extends AutoCloseable {

    /**
     * Looks a key up.
     *
     * @param key the key
     * @param tags gives the tags known from the request, for stores that must ask for them together with the key
     * @param waited for how many nanoseconds this store has kept the request waiting before: one time budget is for all
     * @return what was found, and the tag version to hand to {@link #put} if the handler is run now
     */
    CompletionStage<LookupResult> lookup(CacheKey key, Supplier<List<String>> tags, long waited);

    /**
     * Puts a entry in place of whatever the key held.
     *
     * @param key the key
     * @param entry what it is to hold
     * @param tags the names under which it can be invalidated
     * @param snapshot the moment before the handler ran: an invalidation after it makes the entry invalid
     * @param ttl how long it is of use
     * @return whether it is kept; the write goes on by itself
     */
    WriteResult put(CacheKey key, Entry entry, List<String> tags, TagSnapshot snapshot, Duration ttl);

    /**
     * Asks for the right to run the handler whose answer the key is to hold.
     *
     * @param key the key
     * @param tags the tags known from the request
     * @param snapshot the moment of the look-up: nobody waits for a handler that ran before an invalidation of the tags
     * @param waited for how many nanoseconds this store has kept the request waiting before
     * @return the right; none as long as another node has it
     */
    CompletionStage<Optional<Lease>> lease(CacheKey key, List<String> tags, TagSnapshot snapshot, long waited);

    /**
     * Removes what a key holds.
     *
     * @param key the key
     * @return completes when it is gone
     */
    CompletionStage<Void> remove(CacheKey key);

    /**
     * Invalidates every entry that carries one of the tags, those computed now and stored later included.
     *
     * @param tags the tags
     * @param invalidation what becomes of the entries; a store that cannot make them stale lets them be gone
     * @return completes when no look-up finds them any more as they were; fails if the backend did not confirm it
     */
    CompletionStage<Void> invalidate(Collection<String> tags, InvalidationMode invalidation);

    @Override
    void close();
}
