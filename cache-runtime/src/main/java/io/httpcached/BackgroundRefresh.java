package io.httpcached;

import io.micronaut.http.HttpRequest;

/**
 * Distinguishes background refreshes from the requests of clients. While a stale response is being served, the cache runs the
 * handler again with a copy of the client's request. The copy passes through the filters of the server, has request-scoped beans
 * of its own and ends like a request, but no client waits for its response. A request that warms the cache is a background refresh as
 * well.
 *
 * <pre>{@code
 * @RequestFilter
 * void count(HttpRequest<?> request) {
 *     if (!BackgroundRefresh.isRefresh(request)) {
 *         requests.increment();
 *     }
 * }
 * }</pre>
 */
public final class BackgroundRefresh {

    /** The name of the request attribute that the cache sets to {@code true} on a background refresh. */
    public static final String ATTRIBUTE = "io.httpcached.background-refresh";

    private BackgroundRefresh() {}

    /**
     * Returns whether a request is a background refresh.
     *
     * @param request the request that a filter, handler or event listener received
     * @return true for a background refresh, and false for the request of a client
     */
    public static boolean isRefresh(HttpRequest<?> request) {
        return Boolean.TRUE.equals(request.getAttributes().getValue(ATTRIBUTE));
    }
}
