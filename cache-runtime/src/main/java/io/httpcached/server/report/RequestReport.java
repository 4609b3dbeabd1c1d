package io.httpcached.server.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the cache would do with a request.
 *
 * @param decision the decision
 * @param reason what led to it, for people
 * @param route the cached route that the request leads to, or null if it leads to none
 * @param key what the response is or would be stored under, or null if there is no route
 * @param stored what is stored there, or null if nothing is or the request goes past the cache
 * @param vary the request fields that the route's responses are known to vary on
 * @param backendFailure why the backend could not say what is stored, or null if it could
 */
public record RequestReport(
        Decision decision,
        String reason,
        @Nullable RouteReport route,
        @Nullable Key key,
        @Nullable Stored stored,
        List<String> vary,
        @Nullable String backendFailure) {

    /** What would be done. */
    public enum Decision {
        /** The stored response answers. */
        SERVE,
        /** The stored response answers although it is stale. */
        SERVE_STALE,
        /** The handler is called with the validators of the stored response. */
        VALIDATE,
        /** The handler is called, and its response may be stored. */
        FETCH,
        /** The handler is called, and its response is not stored. */
        BYPASS,
        /** The request is answered with 504. */
        REFUSE,
        /** The request does not concern the cache. */
        UNCACHED
    }

    /**
     * A key.
     *
     * @param text each part by its kind and name, every text behind its length
     * @param digest what names the entry in a backend, behind {@code http-cache.key-prefix}
     */
    public record Key(String text, String digest) {}

    /**
     * A stored response.
     *
     * @param status its status
     * @param age its age in seconds
     * @param ttl how many seconds it will be fresh; 0 or negative if it is stale
     * @param tags the tags that invalidate it
     */
    public record Stored(int status, long age, long ttl, List<String> tags) {}

    public static RequestReport uncached(String reason) {
        return new RequestReport(Decision.UNCACHED, reason, null, null, null, List.of(), null);
    }
}
