package io.httpcached.engine;

import io.httpcached.core.CacheKey;
import io.httpcached.core.Fields;
import io.httpcached.core.Lifetime;
import io.httpcached.core.LifetimeShare;
import io.httpcached.core.StoredResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Stores the results of functions beside the responses of routes: in the same stores, in the same form, and with tags that one
 * invalidation reaches in both. A result is the body of a stored response. Thread-safe.
 */
public final class ResultStore {

    private static final int OK = 200;

    private static final Fields JSON = Fields.of("Content-Type", "application/json");

    private final EntryStore store;
    private final Clocks clocks;
    private final Duration ttl;
    private final LifetimeShare jitter;
    private final LongUnaryOperator random;
    private final List<String> tags;
    private final boolean near;

    /**
     * The result of a lookup.
     *
     * @param body the stored result, or null if there is none to use
     * @param snapshot the moment of the lookup, before a function runs
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Found(byte @Nullable [] body, TagSnapshot snapshot) {}

    /**
     * Creates a store of results.
     *
     * @param store the store of the entries
     * @param clocks the clocks of the store
     * @param ttl the time for which a result is used, at least a second
     * @param jitter the share of the ttl by which this time is shortened at random
     * @param random returns a number from 0 to its argument, exclusive
     * @param tags the tags of all results
     * @param near whether near copies of results may be used and kept
     */
    public ResultStore(
            EntryStore store,
            Clocks clocks,
            Duration ttl,
            LifetimeShare jitter,
            LongUnaryOperator random,
            List<String> tags,
            boolean near) {
        this.store = store;
        this.clocks = clocks;
        this.ttl = ttl;
        this.jitter = jitter;
        this.random = random;
        this.tags = List.copyOf(tags);
        this.near = near;
    }

    /**
     * Looks up a result.
     *
     * @param key the key
     * @return the result, if there is one, and the snapshot; never fails
     */
    public CompletionStage<Found> lookup(CacheKey key) {
        return store.lookup(key, request(key)).thenApply(found -> new Found(fresh(found.entry()), found.snapshot()));
    }

    /**
     * Writes a result, unless one of its tags was invalidated since the snapshot.
     *
     * @param key the key
     * @param body the result
     * @param snapshot the moment before the function ran
     * @return completes with true when the result is handed to the store; never fails
     */
    public CompletionStage<Boolean> put(CacheKey key, byte[] body, TagSnapshot snapshot) {
        long now = clocks.wall().millis();
        long most = jitter.ofLifetime(ttl.toSeconds());
        long seconds = ttl.toSeconds() - (most == 0 ? 0 : random.applyAsLong(most + 1));
        StoredResponse result = new StoredResponse(OK, JSON, body, Lifetime.fresh(seconds), now, now)
                .agingFrom(clocks.ages().millis());
        StoreRequest request = request(key);
        WriteResult written = store.put(
                key,
                new Entry.Response(result),
                request.tags(),
                snapshot,
                Duration.ofSeconds(seconds),
                request.deadline());
        return written.kept()
                .thenCompose(kept ->
                        kept ? written.done().thenApply(done -> true) : CompletableFuture.completedFuture(false));
    }

    /**
     * Removes the result of a key.
     *
     * @param key the key
     * @return completes when it is removed, or at the deadline; never fails
     */
    public CompletionStage<Void> remove(CacheKey key) {
        return store.remove(key, request(key));
    }

    /**
     * Returns whether a function that runs since an earlier lookup may answer a call that came at a later one.
     *
     * @param key the key
     * @param earlier the earlier lookup
     * @param later the later one
     * @return true if no tag of the key was invalidated in between
     */
    public boolean isUnchanged(CacheKey key, TagSnapshot earlier, TagSnapshot later) {
        return later.unchangedSince(earlier, tags(key));
    }

    /**
     * Invalidates the result of a key, also one that is being computed.
     *
     * @param key the key
     * @return completes when no lookup finds it; fails if the backend did not confirm it
     */
    public CompletableFuture<Void> invalidate(CacheKey key) {
        return invalidate(Tags.key(key));
    }

    /**
     * Invalidates all results with a tag.
     *
     * @param tag the tag
     * @return completes when no lookup finds them; fails if the backend did not confirm it
     */
    public CompletableFuture<Void> invalidate(String tag) {
        return store.invalidate(List.of(tag), InvalidationMode.REMOVE).toCompletableFuture();
    }

    private byte @Nullable [] fresh(@Nullable Entry entry) {
        if (!(entry instanceof Entry.Response stored)) {
            return null;
        }
        StoredResponse result = stored.response();
        long age = result.ageAt(clocks.ages().millis());
        return age < result.lifetime().freshSeconds() ? result.body() : null;
    }

    private StoreRequest request(CacheKey key) {
        return StoreRequest.of(tags(key), new Deadline(), near);
    }

    private List<String> tags(CacheKey key) {
        List<String> all = new ArrayList<>(tags);
        all.add(Tags.key(key));
        return all;
    }
}
