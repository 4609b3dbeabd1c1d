package io.httpcached.server;

import io.httpcached.server.route.InvalidatingRoute;
import io.httpcached.server.route.RouteEviction;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.env.PropertyPlaceholderResolver;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.core.util.StringUtils;
import io.micronaut.http.HttpRequest;
import io.micronaut.web.router.RouteMatch;
import io.micronaut.web.router.Router;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The routes that evict, with their placeholders resolved. Immutable. */
@Singleton
@Requires(property = HttpCacheConfiguration.PREFIX + ".enabled", notEquals = StringUtils.FALSE)
final class InvalidatingRoutes {

    private final PropertyPlaceholderResolver placeholders;
    private final RouteIndex<List<RouteEviction>> routes;

    InvalidatingRoutes(Router router, CachedControllers controllers, PropertyPlaceholderResolver placeholders) {
        this.placeholders = placeholders;
        this.routes = new RouteIndex<>(router, controllers.invalidations(), InvalidatingRoute::method, this::resolve);
        ProcessorCheck.evicting(router, routes);
    }

    /** {@return what the route of a request evicts; empty if it evicts nothing but its own path} */
    List<RouteEviction> evictions(@Nullable RouteMatch<?> match) {
        List<RouteEviction> evictions = match == null ? null : routes.find(match.getRouteInfo());
        return evictions == null ? List.of() : evictions;
    }

    /** {@return whether the route of a request evicts} */
    boolean concern(HttpRequest<?> request) {
        return !evictions(Attributes.routeMatch(request)).isEmpty();
    }

    private List<RouteEviction> resolve(InvalidatingRoute route) {
        return route.evictions().stream()
                .map(each -> new RouteEviction(each.tags(), each.paths(), namespace(route, each), each.soft()))
                .toList();
    }

    private String namespace(InvalidatingRoute route, RouteEviction eviction) {
        try {
            return placeholders.resolveRequiredPlaceholders(eviction.namespace());
        } catch (ConfigurationException e) {
            String where = "@HttpCacheInvalidate of " + route.method();
            throw new ConfigurationException(where + ", namespace: " + e.getMessage(), e);
        }
    }
}
