package io.httpcached.server.routing;

import io.httpcached.core.Invalidation;
import io.httpcached.server.config.HttpCacheConfiguration;
import io.httpcached.server.config.InvalidationEnabled;
import io.httpcached.server.config.LifetimeConfiguration;
import io.httpcached.server.config.PolicyConfiguration;
import io.httpcached.server.interceptor.CachedRoute;
import io.httpcached.server.interceptor.RequestResolvers;
import io.httpcached.server.reads.ReadsFactory;
import io.httpcached.server.request.RequestAttributes;
import io.httpcached.server.request.RoutedMethod;
import io.httpcached.server.store.Stores;
import io.micronaut.context.BeanContext;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.env.PropertyPlaceholderResolver;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.web.router.RouteInfo;
import io.micronaut.web.router.RouteMatch;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The cached routes, resolved against the configuration, which opens the stores that they name. Immutable.
 *
 * <p>While {@code http-cache.enabled} is false, no request of these routes reaches the cache, but invalidations reach the stores.
 */
@Singleton
@Requires(condition = InvalidationEnabled.class)
public final class CachedRoutes {

    private final RouteIndex<ResolvedRoute> routes;

    CachedRoutes(
            Router router,
            Interceptors interceptors,
            HttpCacheConfiguration settings,
            LifetimeConfiguration lifetimes,
            Collection<PolicyConfiguration> policies,
            PropertyPlaceholderResolver placeholders,
            Stores stores,
            VaryResolver varies,
            BinderCheck binders,
            SelectingFields selecting,
            PathInvalidators invalidators,
            RequestResolvers resolvers,
            ReadsFactory reads,
            BeanContext beans) {
        PolicyResolver resolver = new PolicyResolver(
                settings,
                policies.stream().collect(Collectors.toMap(PolicyConfiguration::getName, policy -> policy)),
                placeholders,
                stores,
                varies,
                new Lifetimes(settings, lifetimes),
                new ClientLifetimes(settings, invalidators),
                resolvers,
                reads,
                beans);
        this.routes = new RouteIndex<>(router, interceptors.cachedRoutes(), CachedRoute::method, resolver::resolve);
        ProcessorCheck.checkCached(router, routes);
        if (settings.isEnabled()) {
            LifetimeCheck.warn(routes.all().values());
            NearCheck.warn(stores.keepsCopies(), routes.all().values());
            ConditionCheck.warn(routes.all().values(), selecting);
            routes.all().forEach((info, route) -> {
                if (info instanceof UriRouteInfo<?, ?> mapped) {
                    binders.check(route.route(), mapped);
                }
            });
        }
    }

    /**
     * Returns whether the route of a request is cached.
     *
     * @param request the request
     * @return true if its route is cached
     */
    public boolean isCached(HttpRequest<?> request) {
        RouteMatch<?> match = RequestAttributes.routeMatch(request);
        return match != null && routes.find(match.getRouteInfo()) != null;
    }

    /** {@return the cached route, or null if the route is not cached} */
    @Nullable
    public ResolvedRoute find(RouteInfo<?> info) {
        return routes.find(info);
    }

    /**
     * Returns whether a request changes no data: by its method (RFC 9110 §9.2.1), or because its route says so.
     *
     * @param request the request
     * @param match its route, or null if it has none
     * @return true if it invalidates nothing by itself
     */
    public boolean isSafe(HttpRequest<?> request, @Nullable RouteMatch<?> match) {
        return Invalidation.isSafe(RoutedMethod.of(request, match))
                || (match != null && routes.find(match.getRouteInfo()) != null);
    }

    /** {@return the paths of the cached routes, by the routes of the router} */
    IdentityHashMap<UriRouteInfo<?, ?>, RoutePath> paths() {
        IdentityHashMap<UriRouteInfo<?, ?>, RoutePath> paths = new IdentityHashMap<>();
        routes.all().forEach((info, route) -> {
            RoutePath path = route.paths().get(info);
            // A route for HEAD has the paths of its GET route.
            if (path != null
                    && info instanceof UriRouteInfo<?, ?> mapped
                    && mapped.getHttpMethod() != HttpMethod.HEAD) {
                paths.put(mapped, path);
            }
        });
        return paths;
    }

    /** {@return the cached routes with their URI templates} */
    public IdentityHashMap<ResolvedRoute, Set<String>> uris() {
        IdentityHashMap<ResolvedRoute, Set<String>> uris = new IdentityHashMap<>();
        routes.all().forEach((info, route) -> {
            if (info instanceof UriRouteInfo<?, ?> mapped) {
                uris.computeIfAbsent(route, key -> new TreeSet<>())
                        .add(mapped.getUriMatchTemplate().toString());
            }
        });
        return uris;
    }
}
