package io.httpcached.server.request;

import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.CustomHttpMethod;
import io.micronaut.web.router.RouteMatch;
import io.micronaut.web.router.UriRouteInfo;
import org.jspecify.annotations.Nullable;

/**
 * Determines the method by which the server routed a request. The router of Micronaut ignores the case of the standard methods:
 * {@code get} runs the handler of {@code GET}.
 */
public final class RoutedMethod {

    private RoutedMethod() {}

    /**
     * Returns the method of a route. The router knows the name of another method than the standard ones by its annotation only.
     *
     * @param route the route
     * @return the name of its method
     */
    public static String of(UriRouteInfo<?, ?> route) {
        return route.getHttpMethod() == HttpMethod.CUSTOM
                ? route.getAnnotationMetadata()
                        .stringValue(CustomHttpMethod.class, "method")
                        .orElseGet(route::getHttpMethodName)
                : route.getHttpMethodName();
    }

    /**
     * Returns the method of a request.
     *
     * @param request the request
     * @param match its route, or null if it has none
     * @return the method of the route; without a route, the method that the router would have looked for
     */
    public static String of(HttpRequest<?> request, @Nullable RouteMatch<?> match) {
        if (match != null && match.getRouteInfo() instanceof UriRouteInfo<?, ?> route) {
            return of(route);
        }
        HttpMethod method = request.getMethod();
        return method == HttpMethod.CUSTOM ? request.getMethodName() : method.name();
    }
}
