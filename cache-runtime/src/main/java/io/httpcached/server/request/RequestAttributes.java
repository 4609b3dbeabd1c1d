package io.httpcached.server.request;

import io.micronaut.http.HttpAttributes;
import io.micronaut.http.HttpRequest;
import io.micronaut.web.router.RouteMatch;
import org.jspecify.annotations.Nullable;

/**
 * Reads attributes of requests as they are. Micronaut's own accessors offer to convert them, which costs more than all else
 * that a request of a route without a cache is asked for.
 */
public final class RequestAttributes {

    @SuppressWarnings("removal") // its successor, RouteAttributes, converts
    private static final String ROUTE_MATCH = HttpAttributes.ROUTE_MATCH.toString();

    private RequestAttributes() {}

    public static @Nullable Object get(HttpRequest<?> request, String name) {
        return request.getAttributes().getValue(name);
    }

    public static @Nullable RouteMatch<?> routeMatch(HttpRequest<?> request) {
        return get(request, ROUTE_MATCH) instanceof RouteMatch<?> match ? match : null;
    }
}
