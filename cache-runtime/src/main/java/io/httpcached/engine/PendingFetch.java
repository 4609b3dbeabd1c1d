package io.httpcached.engine;

import io.httpcached.core.CacheKey;
import io.httpcached.core.Fields;
import io.httpcached.core.Forwarding;
import io.httpcached.core.Freshening;
import io.httpcached.core.Outcome;
import io.httpcached.core.Reads;
import io.httpcached.core.StoredResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A handler run that is under way: its request, its reason, the entry that its response is for, and the waiters. The server
 * keeps it from {@link CachePipeline#begin} to {@link CachePipeline#finish}.
 *
 * @param call the request
 * @param why the reason why no stored response answers the request
 * @param bypassReason the cause of a bypass as text, or null
 * @param target the result of the lookup, or null without one
 * @param store whether the response may be stored
 * @param stale the stored response to revalidate, or null
 * @param shared the fetch that other requests wait for, or null if none can
 * @param lease the lease to release when the response is stored
 * @param requestTimeMillis the time when the handler was called, by the clock of the ages
 */
public record PendingFetch(
        CacheCall call,
        Forwarding why,
        @Nullable String bypassReason,
        @Nullable SelectedEntry target,
        boolean store,
        @Nullable StoredResponse stale,
        @Nullable SharedFetch shared,
        Lease lease,
        long requestTimeMillis) {

    /** {@return a run whose response goes to its own request only} */
    static PendingFetch passingThrough(
            CacheCall call, Forwarding why, @Nullable String reason, @Nullable SelectedEntry target, long now) {
        return new PendingFetch(call, why, reason, target, false, null, null, Lease.NOT_NEEDED, now);
    }

    /** {@return a run whose response may be stored, and that no other request waits for} */
    static PendingFetch storing(
            CacheCall call, Forwarding why, SelectedEntry target, @Nullable StoredResponse stale, long now) {
        return new PendingFetch(call, why, null, target, true, stale, null, Lease.NOT_NEEDED, now);
    }

    /** {@return the same run, led for the waiters of a shared fetch} */
    PendingFetch leading(SharedFetch fetch, Lease granted) {
        return new PendingFetch(call, why, bypassReason, target, store, stale, fetch, granted, requestTimeMillis);
    }

    /** {@return whether the response may change the entry of a key: it is stored there, or updates what is stored} */
    public boolean concernsEntry() {
        return target != null;
    }

    /** {@return the key under which the request was looked up: that of its variant, if the responses are known to vary} */
    public CacheKey selectedKey() {
        return target == null ? call.key() : target.key();
    }

    /**
     * {@return whether the lookup selected by everything that the handler read}
     *
     * @param reads the parts of the request that the handler read although the key does not contain them
     */
    public boolean selectedBy(Reads reads) {
        return target != null && target.variants().containsAll(reads.parts());
    }

    /** {@return the conditional fields of the request to the handler, which then may answer 304 (RFC 9111 §4.3.1)} */
    public Fields conditions() {
        return stale == null ? Fields.EMPTY : Freshening.validators(stale);
    }

    /** {@return whether the conditions of the request are the cache's own, so that a 304 is about the stored response} */
    boolean isConditional() {
        return store && conditions().size() > 0;
    }

    /** {@return the outcome as far as it is known before the handler response} */
    Outcome outcome() {
        Outcome forwarded = Outcome.forwarded(why);
        String detail = target == null || target.storeFailure() == null ? bypassReason : target.storeFailure();
        return detail == null ? forwarded : forwarded.withDetail(detail);
    }

    /** {@return the tags of a response to this run: those known from the request and those that the handler added} */
    List<String> tags(HandlerResponse response) {
        return Tags.union(call.tags(), response.tags());
    }
}
