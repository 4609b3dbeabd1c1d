package io.httpcached.core;

import java.time.Duration;

/**
 * The freshness data of a stored response, calculated when it is stored so that a hit parses nothing.
 *
 * @param freshSeconds the freshness lifetime in seconds (RFC 9111 §4.2.1)
 * @param initialAgeSeconds the corrected initial age at the time of the response (§4.2.3)
 * @param staleWhileRevalidateSeconds the stale-while-revalidate time (RFC 5861 §3), or 0
 * @param staleIfErrorSeconds the stale-if-error time (RFC 5861 §4), or 0
 * @param alwaysRevalidate true if each use must be validated first ({@code no-cache}, §5.2.2.4)
 * @param mustRevalidate true if a stale response must not be used (§5.2.2.2, §5.2.2.8, §5.2.2.10)
 * @param sharingPermitted true if the response permits its use for authenticated requests (§3.5)
 * @param fromPolicy true if only the policy rules the response, because its handler set no {@code Cache-Control},
 *     {@code Expires} or {@code Pragma}, so that this cache writes its {@code Cache-Control}
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
     * {@return the lifetime of a response} The directives of the response take precedence over the policy.
     *
     * @param response the handler response
     * @param directives the directives of the response
     * @param freshSeconds the result of {@link Freshness#lifetime}
     * @param requestTimeMillis the time at which the handler was called
     * @param responseTimeMillis the time at which the response arrived
     * @param policy the policy of the route
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
        boolean fromPolicy = CacheControlWriter.applies(response, directives, policy);
        boolean isTtl = fromPolicy && policy.ttlFor(response.status()) != null;
        // The ttl of a route begins when the handler response arrives. The duration of the handler counts as age
        // (§4.2.3) only for other lifetimes.
        long calledMillis = isTtl ? responseTimeMillis : requestTimeMillis;
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

    /** {@return this lifetime without the windows in which a handler runs in the background} */
    Lifetime withoutRefresh() {
        return new Lifetime(
                freshSeconds, initialAgeSeconds, 0, 0, alwaysRevalidate, mustRevalidate, sharingPermitted, fromPolicy);
    }

    /**
     * {@return the lifetime of a value that is used for a time and not longer}
     *
     * @param freshSeconds that time in seconds
     */
    public static Lifetime fresh(long freshSeconds) {
        return new Lifetime(freshSeconds, 0, 0, 0, false, true, true, true);
    }

    /** {@return the lifetime of a response that must not be used again} */
    static Lifetime none(long initialAgeSeconds) {
        return new Lifetime(0, initialAgeSeconds, 0, 0, true, true, false, false);
    }

    private static long window(long stated, Duration policy) {
        return stated != ResponseDirectives.ABSENT ? stated : Math.min(Digits.MAX, policy.toSeconds());
    }

    /** {@return whether the response may answer a request that arrives later without a call of the handler before} */
    public boolean answersLaterRequests() {
        return freshSeconds > initialAgeSeconds || staleWhileRevalidateSeconds > 0;
    }

    /**
     * {@return the seconds from the time of the response for which an entry can be useful} It is useful while it is fresh,
     * while it may be served stale or, if that is longer, while it can be validated.
     *
     * @param validationSeconds the time for which a stale response with a validator is kept, or 0 for one without
     */
    public long usefulSeconds(long validationSeconds) {
        long fresh = Math.max(0, freshSeconds - initialAgeSeconds);
        long stale = Math.max(validationSeconds, Math.max(staleWhileRevalidateSeconds, staleIfErrorSeconds));
        return fresh + stale;
    }
}
