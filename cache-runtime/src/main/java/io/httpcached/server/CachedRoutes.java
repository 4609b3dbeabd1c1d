package io.httpcached.server;

import io.httpcached.server.route.CachedController;
import io.httpcached.server.route.CachedRoute;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.env.PropertyPlaceholderResolver;
import io.micronaut.core.util.StringUtils;
import io.micronaut.inject.MethodExecutionHandle;
import io.micronaut.web.router.MethodBasedRouteInfo;
import io.micronaut.web.router.RouteInfo;
import io.micronaut.web.router.Router;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The cached routes by the router's own objects, so that a request finds its interceptor by identity. Immutable.
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
            PropertyPlaceholderResolver placeholders) {
        PolicyResolver resolver = new PolicyResolver(
                settings,
                policies.stream().collect(Collectors.toMap(PolicyConfiguration::getName, policy -> policy)),
                placeholders);
        List<CachedRoute> cached = new ArrayList<>();
        controllers.forEach(controller -> cached.addAll(controller.routes()));
        router.uriRoutes().forEach(info -> register(info, cached, resolver));
    }

    /** {@return the cached route, or null if the route is not cached} */
    @Nullable
    ResolvedRoute find(RouteInfo<?> info) {
        return routes.get(info);
    }

    /** Resolves no route that the router does not have: its controller, and what it needs configured, may be switched off. */
    private void register(RouteInfo<?> info, List<CachedRoute> cached, PolicyResolver resolver) {
        if (!(info instanceof MethodBasedRouteInfo<?, ?> methodInfo)) {
            return;
        }
        MethodExecutionHandle<?, ?> handle = methodInfo.getTargetMethod();
        CachedRoute best = null;
        for (CachedRoute candidate : cached) {
            if (serves(candidate, handle) && (best == null || isCloser(candidate, best))) {
                best = candidate;
            }
        }
        if (best != null) {
            routes.put(info, resolver.resolve(best));
        }
    }

    /** The bean may be a proxy that extends the controller, or a controller that inherits the method. */
    private static boolean serves(CachedRoute route, MethodExecutionHandle<?, ?> handle) {
        return handle.getMethodName().equals(route.method())
                && route.controller().isAssignableFrom(handle.getDeclaringType())
                && Arrays.asList(handle.getArgumentTypes()).equals(route.parameterTypes());
    }

    private static boolean isCloser(CachedRoute candidate, CachedRoute best) {
        return best.controller().isAssignableFrom(candidate.controller());
    }
}
