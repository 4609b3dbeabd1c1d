package io.httpcached.server.report;

import io.httpcached.server.report.RouteReport.Clients;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The decision of the cache about a request.
 *
 * @param decision the decision
 * @param reason the cause of the decision, as {@code Cache-Status} and the log word it
 * @param advice the way to change the decision, or null
 * @param route the cached route that the request matches, or null if it matches none
 * @param key the key of the response, or null if no cached route matches
 * @param stored the stored response, or null if there is none or the request bypasses the cache
 * @param clients the rule for the copy that the client keeps, or null if the response is not stored
 * @param vary the parts of the request, beside the key, that select a response of the route
 * @param backendFailure why the remote store did not answer, or null if it did
 */
public record RequestReport(
        Decision decision,
        String reason,
        @Nullable String advice,
        @Nullable RouteReport route,
        @Nullable Key key,
        @Nullable Stored stored,
        @Nullable Clients clients,
        List<String> vary,
        @Nullable String backendFailure) {

    /** A decision, in the terms of RFC 9211 and RFC 9111. */
    public enum Decision {
        /** The stored response is served. */
        HIT,
        /** The stored response is served although it is stale. */
        STALE_HIT,
        /** The handler runs with the validators of the stored response. */
        REVALIDATE,
        /** The handler runs, and its response may be stored. */
        MISS,
        /** The handler runs, and its response is not stored unless it permits sharing with authenticated requests. */
        BYPASS,
        /** The client accepts only a stored response, and receives 504. */
        GATEWAY_TIMEOUT,
        /** The request matches no cached route. */
        UNCACHED
    }

    /**
     * A key.
     *
     * @param text each part with its kind and name, every text preceded by its length
     * @param digest the name of the entry in a remote store, after {@code http-cache.key-prefix}
     */
    public record Key(String text, String digest) {}

    /**
     * A stored response.
     *
     * @param status its status
     * @param age its age in seconds
     * @param ttl its remaining freshness lifetime in seconds; 0 or negative if it is stale
     * @param tags the tags that invalidate it
     * @param near whether it is a copy on this node, so that the remote store was not asked
     */
    public record Stored(int status, long age, long ttl, List<String> tags, boolean near) {}

    /**
     * Returns the report of a request that matches no cached route.
     *
     * @param reason the cause
     * @return the report
     */
    public static RequestReport uncached(String reason) {
        return new RequestReport(Decision.UNCACHED, reason, null, null, null, null, null, List.of(), null);
    }
}
