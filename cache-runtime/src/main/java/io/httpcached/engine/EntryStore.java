package io.httpcached.engine;

import io.httpcached.core.CacheKey;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Stores entries under keys, with tags that invalidate all entries carrying them at once. Thread-safe.
 *
 * <p>A failure of the backend is a miss: no stage fails except that of {@link #invalidate}.
 */
public interface EntryStore extends AutoCloseable {

    /**
     * Looks up a key.
     *
     * @param key the key
     * @param request the tags known from the request, which some stores read together with the key, and its deadline
     * @return the entry, if there is one, and the snapshot to pass to {@link #put} if the handler runs now
     */
    CompletionStage<LookupResult> lookup(CacheKey key, StoreRequest request);

    /**
     * Writes an entry, replacing the previous one of the key.
     *
     * @param key the key
     * @param entry the entry
     * @param tags the tags that invalidate the entry
     * @param snapshot the snapshot from before the handler ran; an invalidation after it makes the entry invalid
     * @param ttl the time to live of the entry
     * @param deadline the deadline of the request, until which it waits to learn whether the entry is handed to the store
     * @return the result, at once; the write itself may continue in the background
     */
    WriteResult put(
            CacheKey key, Entry entry, List<String> tags, TagSnapshot snapshot, Duration ttl, Deadline deadline);

    /**
     * Asks for the lease on a key: the right to run the handler whose response the key is to hold.
     *
     * @param key the key
     * @param request the tags known from the request, and its deadline
     * @param snapshot the snapshot of the lookup; a lease from before an invalidation of the tags keeps nobody waiting
     * @return the lease; empty while another node has it
     */
    CompletionStage<Optional<Lease>> lease(CacheKey key, StoreRequest request, TagSnapshot snapshot);

    /**
     * Removes the entry of a key, also after the deadline of the request.
     *
     * @param key the key
     * @param request the deadline
     * @return completes when the entry is removed, or at the deadline
     */
    CompletionStage<Void> remove(CacheKey key, StoreRequest request);

    /**
     * Invalidates every entry that carries one of the tags, including responses that are being computed now and stored
     * later.
     *
     * @param tags the tags
     * @param mode the effect on the entries; a store that cannot mark them stale removes them
     * @return completes when no lookup finds the entries as they were; fails if the backend did not confirm the invalidation
     */
    CompletionStage<Void> invalidate(Collection<String> tags, InvalidationMode mode);

    @Override
    void close();
}
