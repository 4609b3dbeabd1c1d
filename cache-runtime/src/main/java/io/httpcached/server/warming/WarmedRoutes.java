package io.httpcached.server.warming;

import io.httpcached.server.config.WarmedRequest;
import io.httpcached.server.request.WarmingRequest;
import io.httpcached.server.routing.CachedRoutes;
import io.httpcached.server.routing.ResolvedRoute;
import io.micronaut.http.HttpRequest;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteMatch;
import io.micronaut.web.router.exceptions.DuplicateRouteException;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Tells which requests lead to routes whose entries can be stored before a client asks for them. Thread-safe. */
@Singleton
final class WarmedRoutes {

    private final Router router;
    private final CachedRoutes routes;

    WarmedRoutes(Router router, CachedRoutes routes) {
        this.router = router;
        this.routes = routes;
    }

    /**
     * Returns the reason why a request cannot be warmed.
     *
     * @param request the request
     * @param port the port of the server, or -1 before it is known
     * @return the reason, or null if it can be
     */
    @Nullable
    String rejection(WarmedRequest request, int port) {
        HttpRequest<?> get = new WarmingRequest(request.uri(), request.headers(), port);
        UriRouteMatch<?, ?> match;
        try {
            match = router.findClosest(get);
        } catch (DuplicateRouteException ambiguous) {
            return "more than one route matches it";
        }
        ResolvedRoute route = match == null ? null : routes.find(match.getRouteInfo());
        if (route == null) {
            return match == null ? "no route matches it" : "its route is not cached";
        }
        return route.perUser() ? "its route has one entry per user" : null;
    }
}
