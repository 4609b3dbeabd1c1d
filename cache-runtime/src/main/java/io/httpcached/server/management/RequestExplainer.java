package io.httpcached.server.management;

import io.httpcached.core.CacheKey;
import io.httpcached.core.RequestPart;
import io.httpcached.core.ResponseFields;
import io.httpcached.core.Reuse;
import io.httpcached.core.ServedFields;
import io.httpcached.core.StoredResponse;
import io.httpcached.engine.Explanation;
import io.httpcached.server.config.HttpCacheConfiguration;
import io.httpcached.server.config.InvalidationEnabled;
import io.httpcached.server.interceptor.RequestBody;
import io.httpcached.server.interceptor.RequestResolvers;
import io.httpcached.server.report.Advice;
import io.httpcached.server.report.RequestReport;
import io.httpcached.server.report.RequestReport.Decision;
import io.httpcached.server.report.RouteReport;
import io.httpcached.server.request.RequestContent;
import io.httpcached.server.routing.BackgroundRunner;
import io.httpcached.server.routing.CachedRoutes;
import io.httpcached.server.routing.ResolvedRoute;
import io.httpcached.server.routing.ServerCall;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteMatch;
import io.micronaut.web.router.exceptions.DuplicateRouteException;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Explains the decision of the cache on a request. It calls the router and the cache as the server would, but no
 * filters and no handler.
 */
@Singleton
@Requires(condition = InvalidationEnabled.class)
final class RequestExplainer {

    private static final String OWN_LIFETIME = "the response has a lifetime of its own";
    private static final String GROUPS = "the response names cache groups";

    private final Router router;
    private final CachedRoutes routes;
    private final RequestResolvers resolvers;
    private final BackgroundRunner background;
    private final HttpCacheConfiguration settings;

    RequestExplainer(
            Router router,
            CachedRoutes routes,
            RequestResolvers resolvers,
            BackgroundRunner background,
            HttpCacheConfiguration settings) {
        this.router = router;
        this.routes = routes;
        this.resolvers = resolvers;
        this.background = background;
        this.settings = settings;
    }

    CompletableFuture<RequestReport> explain(HttpRequest<?> request, Function<ResolvedRoute, RouteReport> describe) {
        if (!settings.isEnabled()) {
            return uncached("http-cache.enabled is false");
        }
        UriRouteMatch<?, ?> match;
        try {
            match = router.findClosest(request);
        } catch (DuplicateRouteException ambiguous) {
            return uncached("more than one route matches the request");
        }
        if (match == null) {
            return uncached("no route matches the request");
        }
        ResolvedRoute route = routes.find(match.getRouteInfo());
        if (route == null) {
            return uncached("the route is not cached");
        }
        ServerCall call =
                new ServerCall(request, match, route, RequestContent.ANY, resolvers, background, body(request, route));
        return route.pipeline()
                .explain(call)
                .thenApply(explanation -> report(explanation, route, describe.apply(route)))
                .toCompletableFuture();
    }

    private static @Nullable RequestBody body(HttpRequest<?> request, ResolvedRoute route) {
        if (!route.route().policy().keysBody()) {
            return null;
        }
        String text = request.getBody().map(Object::toString).orElse("");
        return RequestBody.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private static RequestReport report(Explanation explanation, ResolvedRoute resolved, RouteReport route) {
        Reuse reuse = explanation.reuse();
        CacheKey key = explanation.key();
        return new RequestReport(
                decision(reuse),
                reuse.text(),
                Advice.on(reuse.reason()),
                route,
                new RequestReport.Key(key.canonical(), key.digest()),
                stored(explanation),
                clients(explanation, resolved, route.clients()),
                explanation.variants().stream()
                        .map(RequestPart::toString)
                        .distinct()
                        .toList(),
                explanation.storeFailure());
    }

    private static RequestReport.@Nullable Stored stored(Explanation explanation) {
        StoredResponse stored = explanation.stored();
        if (stored == null) {
            return null;
        }
        long age = explanation.age();
        return new RequestReport.Stored(
                stored.status(), age, stored.lifetime().freshSeconds() - age, explanation.tags(), explanation.near());
    }

    /**
     * The copy of a stored response is ruled by its own fields, and that of a new one by the policy. A response that does not
     * come from the store and is not stored stays as the handler returned it.
     */
    private static RouteReport.@Nullable Clients clients(
            Explanation explanation, ResolvedRoute route, RouteReport.Clients byPolicy) {
        Decision decision = decision(explanation.reuse());
        if (decision == Decision.BYPASS || decision == Decision.GATEWAY_TIMEOUT) {
            return null;
        }
        StoredResponse stored = explanation.stored();
        if (stored == null) {
            return byPolicy;
        }
        String cacheControl =
                ServedFields.full(stored, explanation.age(), route.policy()).first("Cache-Control");
        return new RouteReport.Clients(cacheControl, clientReason(stored, route, byPolicy.reason()));
    }

    private static String clientReason(StoredResponse stored, ResolvedRoute route, String byPolicy) {
        if (!stored.lifetime().fromPolicy()) {
            return OWN_LIFETIME;
        }
        boolean byGroups = route.policy().clientTtl() == null && ResponseFields.namesGroups(stored.fields());
        return byGroups ? GROUPS : byPolicy;
    }

    private static Decision decision(Reuse reuse) {
        if (reuse instanceof Reuse.Serve) {
            return Decision.HIT;
        }
        if (reuse instanceof Reuse.ServeStale) {
            return Decision.STALE_HIT;
        }
        if (reuse instanceof Reuse.Revalidate) {
            return Decision.REVALIDATE;
        }
        if (reuse instanceof Reuse.Forward forward) {
            return forward.store() && !forward.reason().isAuthenticated() ? Decision.MISS : Decision.BYPASS;
        }
        return Decision.GATEWAY_TIMEOUT;
    }

    private static CompletableFuture<RequestReport> uncached(String reason) {
        return CompletableFuture.completedFuture(RequestReport.uncached(reason));
    }
}
