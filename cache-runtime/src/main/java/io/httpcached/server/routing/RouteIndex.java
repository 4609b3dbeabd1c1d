package io.httpcached.server.routing;

import io.httpcached.server.interceptor.ControllerMethod;
import io.micronaut.inject.MethodExecutionHandle;
import io.micronaut.web.router.MethodBasedRouteInfo;
import io.micronaut.web.router.RouteInfo;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Values of routes, by the route objects of the router, so that a request finds its value by identity. A method without a route
 * has no value: its controller, and the configuration that it needs, may be disabled. Immutable.
 *
 * @param <T> the type of the values
 */
final class RouteIndex<T> {

    private final IdentityHashMap<RouteInfo<?>, T> routes = new IdentityHashMap<>();

    /**
     * Finds the routes of methods.
     *
     * @param router the router
     * @param generated the generated data of methods
     * @param method returns the method of generated data
     * @param resolve converts generated data and the routes of its method to a value, once per method that has a route
     */
    <K> RouteIndex(
            Router router,
            List<K> generated,
            Function<K, ControllerMethod> method,
            BiFunction<K, List<UriRouteInfo<?, ?>>, T> resolve) {
        Map<K, List<UriRouteInfo<?, ?>>> mapped = new LinkedHashMap<>();
        router.uriRoutes().forEach(info -> {
            K closest = closest(info, generated, method);
            if (closest != null) {
                mapped.computeIfAbsent(closest, first -> new ArrayList<>()).add(info);
            }
        });
        mapped.forEach((data, infos) -> {
            T value = resolve.apply(data, List.copyOf(infos));
            infos.forEach(info -> routes.put(info, value));
        });
    }

    /** {@return the values of all routes} */
    Map<RouteInfo<?>, T> all() {
        return Collections.unmodifiableMap(routes);
    }

    /** {@return the value of a route, or null} */
    @Nullable
    T find(RouteInfo<?> info) {
        return routes.get(info);
    }

    private static <K> @Nullable K closest(RouteInfo<?> info, List<K> generated, Function<K, ControllerMethod> method) {
        if (!(info instanceof MethodBasedRouteInfo<?, ?> methodInfo)) {
            return null;
        }
        K closest = null;
        for (K candidate : generated) {
            if (serves(methodInfo.getTargetMethod(), method.apply(candidate))
                    && (closest == null || isCloser(method.apply(candidate), method.apply(closest)))) {
                closest = candidate;
            }
        }
        return closest;
    }

    /** {@return whether a route calls a method, or one that inherits it} */
    static boolean serves(RouteInfo<?> info, ControllerMethod method) {
        return info instanceof MethodBasedRouteInfo<?, ?> mapped && serves(mapped.getTargetMethod(), method);
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
