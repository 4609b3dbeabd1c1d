package io.httpcached;

import org.jspecify.annotations.Nullable;

/**
 * The result of warming one URI.
 *
 * @param uri the URI, as it was given to {@link HttpCache#warm}
 * @param result the effect on the store
 * @param reason the reason why no response was stored, or null if the store has one
 */
public record WarmedUri(String uri, Result result, @Nullable String reason) {

    /** The effect of a request that warms the cache. */
    public enum Result {
        /** The handler ran, and its response was stored. */
        STORED,
        /** The store had a response already, or another node stored one meanwhile. */
        PRESENT,
        /** The response may not be stored, or no route that can be warmed has this URI. */
        NOT_STORED,
        /** The request failed, or did not end in time. */
        FAILED
    }
}
