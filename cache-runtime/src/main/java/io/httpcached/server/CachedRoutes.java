package io.httpcached.server;

import io.httpcached.server.route.CachedController;
import io.httpcached.server.route.CachedRoute;
import io.micronaut.context.BeanContext;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.env.PropertyPlaceholderResolver;
import io.micronaut.core.util.StringUtils;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.server.util.locale.HttpLocaleResolutionConfiguration;
import io.micronaut.inject.MethodExecutionHandle;
import io.micronaut.web.router.MethodBasedRouteInfo;
import io.micronaut.web.router.RouteInfo;
import io.micronaut.web.router.RouteMatch;
import io.micronaut.web.router.Router;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The cached routes by the router's own objects, so that a request finds its interceptor by identity. A route that the
 * router does not have is left alone: its controller, and what it needs configured, may be switched off. Immutable.
 */
@Singleton
@Requires(property = HttpCacheConfiguration.PREFIX + ".enabled", notEquals = StringUtils.FALSE)
final class CachedRoutes {

    private final IdentityHashMap<RouteInfo<?>, ResolvedRoute> routes = new IdentityHashMap<>();

    CachedRoutes(
            Router router,
            Collection<CachedController> controllers,
            HttpCacheConfiguration settings,
            Collection<PolicyConfiguration> policies,
            PropertyPlaceholderResolver placeholders,
            Backends backends,
            HttpLocaleResolutionConfiguration locales,
            BinderCheck binders,
            BeanContext beans) {
        PolicyResolver resolver = new PolicyResolver(
                settings,
                policies.stream().collect(Collectors.toMap(PolicyConfiguration::getName, policy -> policy)),
                placeholders,
                backends,
                locales,
                beans);
        List<CachedRoute> cached = controllers.stream()
                .flatMap(controller -> controller.routes().stream())
                .toList();
        Map<CachedRoute, ResolvedRoute> resolved = new HashMap<>();
        router.uriRoutes().forEach(info -> {
            CachedRoute route = closest(info, cached);
            if (route != null) {
                binders.check(route, info);
                routes.put(info, resolved.computeIfAbsent(route, resolver::resolve));
            }
        });
    }

    /** {@return whether the request is for a cached route} */
    boolean caches(HttpRequest<?> request) {
        RouteMatch<?> match = Attributes.routeMatch(request);
        return match != null && routes.containsKey(match.getRouteInfo());
    }

    /** {@return the cached route, or null if the route is not cached} */
    @Nullable
    ResolvedRoute find(RouteInfo<?> info) {
        return routes.get(info);
    }

    private static @Nullable CachedRoute closest(RouteInfo<?> info, List<CachedRoute> cached) {
        if (!(info instanceof MethodBasedRouteInfo<?, ?> methodInfo)) {
            return null;
        }
        CachedRoute closest = null;
        for (CachedRoute candidate : cached) {
            if (serves(candidate, methodInfo.getTargetMethod()) && (closest == null || isCloser(candidate, closest))) {
                closest = candidate;
            }
        }
        return closest;
    }

    /** The bean may be a proxy that extends the controller, or a controller that inherits the method. */
    private static boolean serves(CachedRoute route, MethodExecutionHandle<?, ?> handle) {
        return handle.getMethodName().equals(route.method())
                && route.controller().isAssignableFrom(handle.getDeclaringType())
                && Arrays.asList(handle.getArgumentTypes()).equals(route.parameterTypes());
    }

    private static boolean isCloser(CachedRoute candidate, CachedRoute closest) {
        return closest.controller().isAssignableFrom(candidate.controller());
    }
}
