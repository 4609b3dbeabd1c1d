package io.httpcached.engine;

import io.httpcached.core.CachePolicy;
import io.httpcached.core.CacheRequest;
import io.httpcached.core.Reads;
import io.httpcached.core.ReuseDecider;
import io.httpcached.core.Sharing;
import io.httpcached.core.Storability;
import org.jspecify.annotations.Nullable;

/** Decides whether a handler response may be stored, by the rules of HTTP and those of the pipeline. */
final class StorageCheck {

    private final int maximumTags;

    StorageCheck(int maximumTags) {
        this.maximumTags = maximumTags;
    }

    /** The decision on one response. */
    sealed interface Decision {

        /**
         * The response may be stored.
         *
         * @param rules the fields to store, and the lifetime
         */
        record Store(Storability.Store rules) implements Decision {}

        /**
         * The response is not stored.
         *
         * @param reason the reason
         */
        record Skip(String reason) implements Decision {}
    }

    /** {@return the reason why a response is not stored whatever its body is, or null if it may be} */
    @Nullable
    String notStoredReason(PendingFetch pending, HandlerResponse head, Clocks.Times times) {
        if (pending.target() == null || !pending.store()) {
            return OutcomeDetail.STREAMED.text();
        }
        CachePolicy policy = pending.call().policy();
        return decide(pending, head, Storability.UNKNOWN_LENGTH, times, policy) instanceof Decision.Skip skip
                ? skip.reason()
                : null;
    }

    /**
     * {@return the decision on a response}
     *
     * @param policy the policy of the route, with the ttl of this response
     */
    Decision decide(
            PendingFetch pending, HandlerResponse response, long bodyLength, Clocks.Times times, CachePolicy policy) {
        if (response.isError() && mayServeStaleInstead(pending, times.agesFromMillis())) {
            return new Decision.Skip(OutcomeDetail.ERROR_KEEPS_STORED.text());
        }
        if (response.tags().size() > maximumTags) {
            return new Decision.Skip(OutcomeDetail.TOO_MANY_TAGS.text());
        }
        CacheRequest request = HeadAsGet.of(pending.call());
        Storability storability = Storability.decide(
                request, response.head(), bodyLength, times.requestMillis(), times.responseMillis(), policy);
        if (storability instanceof Storability.Skip skip) {
            return new Decision.Skip(skip.reason().text());
        }
        Storability.Store store = (Storability.Store) storability;
        String objection = objectionToReads(pending, response);
        return objection == null ? new Decision.Store(store) : new Decision.Skip(objection);
    }

    /**
     * {@return the reason why a response is for its own request only, by what its handler read, or null} On a route with one entry
     * per user, the key contains the user. On others, users are served only a response that says so itself (RFC 9111 §3.5), unless the
     * application has declared all responses of the route public.
     */
    static @Nullable String objectionToReads(PendingFetch pending, HandlerResponse response) {
        Reads reads = response.reads();
        if (reads.objection() != null || !reads.user()) {
            return reads.objection();
        }
        return pending.call().policy().sharing() == Sharing.PUBLIC ? OutcomeDetail.USER_READ.text() : null;
    }

    /** An error would take the place of a stored response that is good for later requests (RFC 5861 §4). */
    private static boolean mayServeStaleInstead(PendingFetch pending, long now) {
        return pending.stale() != null
                && ReuseDecider.outlivesErrors(
                        now,
                        pending.call().request(),
                        pending.stale(),
                        pending.call().policy());
    }
}
