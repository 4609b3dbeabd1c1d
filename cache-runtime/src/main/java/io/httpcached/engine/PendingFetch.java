package io.httpcached.engine;

import io.httpcached.core.Fields;
import io.httpcached.core.Forwarding;
import io.httpcached.core.Freshening;
import io.httpcached.core.Outcome;
import io.httpcached.core.StoredResponse;
import org.jspecify.annotations.Nullable;

/**
 * A run of the handler that is due: why, where its response belongs, and who waits for it. Opaque outside the engine.
 *
 * @param call the request it runs for
 * @param why why the cache could not answer
 * @param reason the cause of a bypass, or null
 * @param target where its response belongs, or null when nothing was looked up
 * @param store whether its response may be stored
 * @param stale the stored response that is being validated, or null
 * @param shared those who wait for the same response, or null when nobody may
 * @param lease the right to run it, to be given back
 * @param requestTimeMillis when the handler was called
 */
public record PendingFetch(
        CacheCall call,
        Forwarding why,
        @Nullable String reason,
        @Nullable SelectedEntry target,
        boolean store,
        @Nullable StoredResponse stale,
        @Nullable SharedFetch shared,
        Lease lease,
        long requestTimeMillis) {

    /** {@return the conditions under which the handler may answer 304 (RFC 9111 §4.3.1)} */
    public Fields conditions() {
        return stale == null ? Fields.EMPTY : Freshening.validators(stale);
    }

    /** {@return what is known of the outcome before the handler has answered} */
    Outcome outcome() {
        Outcome forwarded = Outcome.forwarded(why);
        String detail = target == null || target.detail() == null ? reason : target.detail();
        return detail == null ? forwarded : forwarded.withDetail(detail);
    }

    /** {@return whether the handler is asked under conditions of the cache, so that a 304 of it speaks of them} */
    boolean isConditional() {
        return store && conditions().size() > 0;
    }

    /**
     * {@return the same run for many}
     *
     * @param waiting those who wait for its response
     * @param right the right to run it
     */
    PendingFetch leading(SharedFetch waiting, Lease right) {
        return new PendingFetch(call, why, reason, target, store, stale, waiting, right, requestTimeMillis);
    }
}
