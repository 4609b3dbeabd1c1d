package io.httpcached.core;

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
 * @param fromPolicy whether the freshness lifetime is the policy's ttl, the response having none of its own, so that its
 *     {@code Cache-Control} is for this cache to write
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
     * {@return the seconds for which an entry can be of use to any request, counted from its response time}: fresh,
     * within a window of staleness, or, if longer, the time to keep it for validation
     *
     * @param revalidationSeconds how long to keep a response that has a validator after it went stale
     */
    public long usefulSeconds(long revalidationSeconds) {
        long fresh = Math.max(0, freshSeconds - initialAgeSeconds);
        long stale = Math.max(revalidationSeconds, Math.max(staleWhileRevalidateSeconds, staleIfErrorSeconds));
        return fresh + stale;
    }
}
