package io.httpcached.server.interceptor;

import io.micronaut.core.annotation.Internal;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.web.router.MethodBasedRouteInfo;
import io.micronaut.web.router.RouteInfo;
import org.jspecify.annotations.Nullable;

/** The parameters of a route's method, with the converters that the server uses for them. Thread-safe. */
@Internal
public final class RouteArguments {

    private final RequestResolvers resolvers;
    private final Argument<?>[] arguments;

    RouteArguments(RequestResolvers resolvers, Argument<?>... arguments) {
        this.resolvers = resolvers;
        this.arguments = arguments;
    }

    /**
     * Returns the parameters of a route.
     *
     * @param route the route
     * @param resolvers the converters
     * @return the parameters
     */
    public static RouteArguments of(RouteInfo<?> route, RequestResolvers resolvers) {
        return new RouteArguments(
                resolvers,
                route instanceof MethodBasedRouteInfo<?, ?> method
                        ? method.getTargetMethod().getArguments()
                        : Argument.ZERO_ARGUMENTS);
    }

    /**
     * Returns the canonical text of the value that the server binds to a parameter.
     *
     * @param parameter the index of the parameter
     * @param text the value in the request
     * @param request the request; null for a path without one
     * @return its canonical text
     */
    public String text(int parameter, String text, @Nullable HttpRequest<?> request) {
        return ValueText.inTag(text, arguments[parameter], request, resolvers.conversions());
    }
}
