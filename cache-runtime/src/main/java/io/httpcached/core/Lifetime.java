package io.httpcached.core;

import java.time.Duration;

/**
 * All that is ever asked about the life of a stored response, worked out once when it is stored, so that a hit parses
 * nothing.
 *
 * @param freshSeconds the freshness lifetime (RFC 9111 §4.2.1)
 * @param initialAgeSeconds the corrected initial age (§4.2.3), which counts from the time of the response
 * @param staleWhileRevalidateSeconds the window of RFC 5861 §3; 0 for none
 * @param staleIfErrorSeconds the window of RFC 5861 §4; 0 for none
 * @param alwaysRevalidate whether each use must be validated first ({@code no-cache}, §5.2.2.4)
 * @param mustRevalidate whether use when stale is forbidden (§5.2.2.2, §5.2.2.8, §5.2.2.10)
 * @param sharingPermitted whether the response itself permits to answer authenticated requests from it (§3.5)
 * @param fromPolicy whether the freshness lifetime is the policy's ttl and the response had no {@code Cache-Control},
 *     {@code Expires} or {@code Pragma}, so that its {@code Cache-Control} is for this cache to write
 */
public record Lifetime(
        long freshSeconds,
        long initialAgeSeconds,
        long staleWhileRevalidateSeconds,
        long staleIfErrorSeconds,
        boolean alwaysRevalidate,
        boolean mustRevalidate,
        boolean sharingPermitted,
        boolean fromPolicy) {

    /**
     * {@return the lifetime of a response} What the response says of windows wins over the policy.
     *
     * @param response the response as it came from the handler
     * @param directives its directives
     * @param freshSeconds what {@link Freshness#lifetime} gave for it
     * @param requestTimeMillis when the handler was called
     * @param responseTimeMillis when it answered
     * @param policy the route's policy
     */
    static Lifetime of(
            CacheResponse response,
            ResponseDirectives directives,
            long freshSeconds,
            long requestTimeMillis,
            long responseTimeMillis,
            CachePolicy policy) {
        boolean mustRevalidate = directives.forbidStale(policy.sharing().isShared());
        boolean mayBeStale = !mustRevalidate && !directives.noCache();
        boolean fromPolicy = PolicyControl.applies(response, directives, policy);
        // A ttl of the route begins when its handler has answered. The handler's own time counts as age (§4.2.3) only
        // against a lifetime that was stated before the answer travelled.
        long calledMillis = fromPolicy ? responseTimeMillis : requestTimeMillis;
        return new Lifetime(
                Math.max(0, freshSeconds),
                Freshness.initialAge(response.fields(), calledMillis, responseTimeMillis),
                mayBeStale ? window(directives.staleWhileRevalidate(), policy.staleWhileRevalidate()) : 0,
                mayBeStale ? window(directives.staleIfError(), policy.staleIfError()) : 0,
                directives.noCache(),
                mustRevalidate,
                directives.permitSharing(),
                fromPolicy);
    }

    /** {@return the life of a response that must not be used again} */
    static Lifetime none(long initialAgeSeconds) {
        return new Lifetime(0, initialAgeSeconds, 0, 0, true, true, false, false);
    }

    private static long window(long stated, Duration policy) {
        return stated != ResponseDirectives.ABSENT ? stated : Math.min(Digits.MAX, policy.toSeconds());
    }

    /**
     * {@return the seconds from the time of the response for which an entry can be of use to any request}: fresh, within
     * a window of staleness or, if that is longer, kept for validation
     *
     * @param validationSeconds how long to keep a response that has a validator after it went stale, 0 for one without
     */
    public long usefulSeconds(long validationSeconds) {
        long fresh = Math.max(0, freshSeconds - initialAgeSeconds);
        long stale = Math.max(validationSeconds, Math.max(staleWhileRevalidateSeconds, staleIfErrorSeconds));
        return fresh + stale;
    }
}
