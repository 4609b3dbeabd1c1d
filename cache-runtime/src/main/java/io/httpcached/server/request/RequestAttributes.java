package io.httpcached.server.request;

import io.micronaut.http.HttpAttributes;
import io.micronaut.http.HttpRequest;
import io.micronaut.web.router.RouteMatch;
import org.jspecify.annotations.Nullable;

/**
 * Reads request attributes without conversion. Micronaut's own accessors support conversion, which would cost a request
 * to an uncached route more than everything else that the cache does with it.
 */
public final class RequestAttributes {

    @SuppressWarnings("removal") // RouteAttributes, which replaces it, converts
    private static final String ROUTE_MATCH = HttpAttributes.ROUTE_MATCH.toString();

    private RequestAttributes() {}

    /**
     * Returns an attribute of a request.
     *
     * @param request the request
     * @param name the name of the attribute
     * @return its value, or null
     */
    public static @Nullable Object get(HttpRequest<?> request, String name) {
        return request.getAttributes().getValue(name);
    }

    /**
     * Returns the route match of a request.
     *
     * @param request the request
     * @return the match, or null if the router found none
     */
    public static @Nullable RouteMatch<?> routeMatch(HttpRequest<?> request) {
        return get(request, ROUTE_MATCH) instanceof RouteMatch<?> match ? match : null;
    }
}
