package io.httpcached.core;

/**
 * Decides which requests share a run of the handler. RFC 9111 §4 lets a cache collapse requests if it may reuse the response
 * for each of them, so a response that is not stored answers the request that it was made for, and no other.
 */
public final class RunSharing {

    /** One failed run may be the fault of its request; the second one, for another request, shows that the handler fails. */
    private static final int FAILURES_TO_SHARE = 2;

    private RunSharing() {}

    /** The consequence of the end of a run for the requests that wait for it. */
    public enum Verdict {
        /** The waiters receive the stored response, if it matches their own request. */
        SHARE,
        /** Each waiter runs the handler itself, since the response is for the leader only. */
        OWN_RUN,
        /** One waiter runs the handler as the next leader; the others wait for it. */
        NEXT_LEADER,
        /** The waiters receive an error with the status of the failure, and nothing else of the response. */
        SHARE_FAILURE
    }

    /**
     * Returns whether a request may wait for the run of another request or run the handler for others. The response to a
     * request with credentials may depend on them, unless the application guarantees the contrary with {@link Sharing#PUBLIC},
     * or the key contains the user.
     *
     * @param request the request
     * @param sharing the clients that an entry of its route may be served to
     * @return whether it may
     */
    public static boolean isPermitted(CacheRequest request, Sharing sharing) {
        return sharing != Sharing.SHARED || !request.isAuthenticated();
    }

    /**
     * Returns whether only a run that begins after the request arrived can answer it (RFC 9111 §5.2.1.1, §5.2.1.4).
     *
     * @param request the request
     * @param policy the policy of its route
     * @return whether it accepts no response from an earlier run
     */
    public static boolean demandsLaterRun(CacheRequest request, CachePolicy policy) {
        if (!policy.honorRequestDirectives()) {
            return false;
        }
        RequestDirectives asked = request.directives();
        return asked.noCache() || asked.maxAge() == 0;
    }

    /**
     * Returns the consequence of the end of a run.
     *
     * @param status the status of the response
     * @param stored whether the response is stored
     * @param failedRuns the number of runs for the same waiters that failed, including this one if it did
     * @return the consequence
     */
    public static Verdict decide(int status, boolean stored, int failedRuns) {
        if (stored) {
            return Verdict.SHARE;
        }
        if (!ReuseDecider.isError(status)) {
            return Verdict.OWN_RUN;
        }
        return failedRuns < FAILURES_TO_SHARE ? Verdict.NEXT_LEADER : Verdict.SHARE_FAILURE;
    }

    /**
     * Returns whether a waiter may receive the response of its leader. Its own directives do not prevent that if the handler
     * ran after the request arrived, because the request has reached the origin then (RFC 9111 §5.2.1.4).
     *
     * @param reuse the decision about the response
     * @param ranLater whether the handler was called after the request arrived
     * @return whether it may
     */
    public static boolean satisfies(Reuse reuse, boolean ranLater) {
        return reuse instanceof Reuse.Serve
                || (ranLater && reuse instanceof Reuse.Revalidate revalidate && revalidate.why() == Forwarding.REQUEST);
    }
}
