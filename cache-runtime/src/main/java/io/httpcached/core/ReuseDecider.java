package io.httpcached.core;

import org.jspecify.annotations.Nullable;

/** Decides what is to be done with a request (RFC 9111 §4). */
public final class ReuseDecider {

    private ReuseDecider() {}

    /**
     * Decides what can be decided without looking into the store.
     *
     * @param request the request
     * @param policy the route's policy
     * @return null to look up, else {@link Reuse.Forward} or {@link Reuse.Refuse}
     */
    public static @Nullable Reuse beforeLookup(CacheRequest request, CachePolicy policy) {
        return io.httpcached.core.Unwritten.yet();
    }

    /**
     * Decides when nothing was found.
     *
     * @param request the request
     * @param policy the route's policy
     * @param variantKnown whether other variants of the URI are stored
     * @return {@link Reuse.Forward} or {@link Reuse.Refuse}
     */
    public static Reuse onAbsent(CacheRequest request, CachePolicy policy, boolean variantKnown) {
        return io.httpcached.core.Unwritten.yet();
    }

    /**
     * Decides when a response was found that the request selects.
     *
     * @param nowMillis the time now
     * @param request the request
     * @param stored what was found
     * @param policy the route's policy
     * @return the verdict
     */
    public static Reuse decide(long nowMillis, CacheRequest request, StoredResponse stored, CachePolicy policy) {
        return io.httpcached.core.Unwritten.yet();
    }
}
