package io.httpcached.server.routing;

import io.httpcached.server.config.InvalidationEnabled;
import io.httpcached.server.interceptor.InvalidatingRoute;
import io.httpcached.server.interceptor.RouteInvalidation;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.env.PropertyPlaceholderResolver;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.web.router.RouteInfo;
import io.micronaut.web.router.RouteMatch;
import io.micronaut.web.router.Router;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The invalidating routes, with their placeholders resolved. Immutable. */
@Singleton
@Requires(condition = InvalidationEnabled.class)
public final class InvalidatingRoutes {

    private final PropertyPlaceholderResolver placeholders;
    private final RouteIndex<List<RouteInvalidation>> routes;

    InvalidatingRoutes(Router router, Interceptors interceptors, PropertyPlaceholderResolver placeholders) {
        this.placeholders = placeholders;
        this.routes = new RouteIndex<>(
                router,
                interceptors.invalidatingRoutes(),
                InvalidatingRoute::method,
                (route, mapped) -> resolve(route));
        ProcessorCheck.checkInvalidating(router, routes);
    }

    /** {@return the declared invalidations of a route; empty if it has none, and only its own path is invalidated} */
    public List<RouteInvalidation> invalidations(@Nullable RouteMatch<?> match) {
        return match == null ? List.of() : of(match.getRouteInfo());
    }

    /** {@return the declared invalidations of a route} */
    List<RouteInvalidation> of(RouteInfo<?> info) {
        List<RouteInvalidation> invalidations = routes.find(info);
        return invalidations == null ? List.of() : invalidations;
    }

    private List<RouteInvalidation> resolve(InvalidatingRoute route) {
        return route.invalidations().stream()
                .map(each -> new RouteInvalidation(each.tags(), each.paths(), namespace(route, each), each.soft()))
                .toList();
    }

    private String namespace(InvalidatingRoute route, RouteInvalidation invalidation) {
        try {
            return placeholders.resolveRequiredPlaceholders(invalidation.namespace());
        } catch (ConfigurationException e) {
            String where = "@HttpCacheInvalidate on " + route.method();
            throw new ConfigurationException(where + ", namespace: " + e.getMessage(), e);
        }
    }
}
