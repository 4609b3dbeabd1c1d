package io.httpcached.server.routing;

import io.httpcached.server.interceptor.ControllerMethod;
import io.micronaut.inject.MethodExecutionHandle;
import io.micronaut.web.router.MethodBasedRouteInfo;
import io.micronaut.web.router.RouteInfo;
import io.micronaut.web.router.Router;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is known of methods, by the router's own objects, so that a request finds it by identity. A method to which the
 * router does not lead is left alone: its controller, and what it needs configured, may be switched off. Immutable.
 *
 * @param <T> what is known of a method
 */
final class RouteIndex<T> {

    private final IdentityHashMap<RouteInfo<?>, T> routes = new IdentityHashMap<>();

    /**
     * Finds the routes of methods.
     *
     * @param router knows all routes
     * @param known what the compiler knows of methods
     * @param method tells which method that is
     * @param resolve makes of it what a request needs, once, if there is a route
     */
    <K> RouteIndex(Router router, List<K> known, Function<K, ControllerMethod> method, Function<K, T> resolve) {
        Map<K, T> resolved = new HashMap<>();
        router.uriRoutes().forEach(info -> {
            K closest = closest(info, known, method);
            if (closest != null) {
                routes.put(info, resolved.computeIfAbsent(closest, resolve));
            }
        });
    }

    /** {@return what is known of each route that a request can find} */
    Map<RouteInfo<?>, T> all() {
        return Collections.unmodifiableMap(routes);
    }

    /** {@return what is known of a route, or null} */
    @Nullable
    T find(RouteInfo<?> info) {
        return routes.get(info);
    }

    private static <K> @Nullable K closest(RouteInfo<?> info, List<K> known, Function<K, ControllerMethod> method) {
        if (!(info instanceof MethodBasedRouteInfo<?, ?> methodInfo)) {
            return null;
        }
        K closest = null;
        for (K candidate : known) {
            if (serves(methodInfo.getTargetMethod(), method.apply(candidate))
                    && (closest == null || isCloser(method.apply(candidate), method.apply(closest)))) {
                closest = candidate;
            }
        }
        return closest;
    }

    /** The bean may be a proxy that extends the controller, or a controller that inherits the method. */
    private static boolean serves(MethodExecutionHandle<?, ?> handle, ControllerMethod method) {
        return handle.getMethodName().equals(method.name())
                && method.controller().isAssignableFrom(handle.getDeclaringType())
                && Arrays.asList(handle.getArgumentTypes()).equals(method.parameterTypes());
    }

    private static boolean isCloser(ControllerMethod method, ControllerMethod other) {
        return other.controller().isAssignableFrom(method.controller());
    }
}
