package io.httpcached.server.body;

import io.micronaut.http.HttpAttributes;
import io.micronaut.http.HttpResponse;
import io.micronaut.web.router.RouteInfo;
import org.jspecify.annotations.Nullable;

/** Reads response attributes without conversion, which Micronaut's own accessors support and each miss would pay for. */
@SuppressWarnings("removal") // RouteAttributes, which replaces these names, converts
public final class ResponseAttributes {

    private static final String EXCEPTION = HttpAttributes.EXCEPTION.toString();
    private static final String ROUTE_INFO = HttpAttributes.ROUTE_INFO.toString();

    private ResponseAttributes() {}

    /**
     * Returns the exception that led to a response.
     *
     * @param response the response
     * @return the exception, or null if there was none
     */
    public static @Nullable Throwable exception(HttpResponse<?> response) {
        return response.getAttributes().getValue(EXCEPTION) instanceof Throwable failure ? failure : null;
    }

    /** Returns the route that created a response, or null if none did. */
    static @Nullable RouteInfo<?> routeInfo(HttpResponse<?> response) {
        return response.getAttributes().getValue(ROUTE_INFO) instanceof RouteInfo<?> route ? route : null;
    }
}
