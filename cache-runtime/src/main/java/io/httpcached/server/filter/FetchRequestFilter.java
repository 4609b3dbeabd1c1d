package io.httpcached.server.filter;

import io.httpcached.core.Fields;
import io.httpcached.engine.PendingFetch;
import io.httpcached.server.config.HttpCacheConfiguration;
import io.httpcached.server.request.FetchRequest;
import io.httpcached.server.request.IsolatedRequest;
import io.httpcached.server.routing.CachedRoutes;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.order.Ordered;
import io.micronaut.core.util.StringUtils;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ConditionalFilter;

/**
 * Asks the handler for what can be stored, where that is not what the client asks for. A stored response that is to be
 * validated gives the conditions (RFC 9111 §4.3.1); without one there are none, and the client's are evaluated on the full
 * response. The server would drop the body of an answer to HEAD before anybody has seen it. Where handlers are isolated, it is
 * shown nothing that is not in the key.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Requires(property = HttpCacheConfiguration.PREFIX + ".enabled", notEquals = StringUtils.FALSE)
final class FetchRequestFilter implements Ordered, ConditionalFilter {

    private final CachedRoutes routes;
    private final boolean isolating;
    private final int order;

    FetchRequestFilter(CachedRoutes routes, HttpCacheConfiguration settings) {
        this.routes = routes;
        this.isolating = settings.isIsolateHandlers();
        this.order = settings.getFilterOrder() + 1;
    }

    @Override
    public int getOrder() {
        return order;
    }

    @Override
    public boolean isEnabled(HttpRequest<?> request) {
        return routes.caches(request);
    }

    @RequestFilter
    @Nullable
    HttpRequest<?> fetch(HttpRequest<?> request) {
        PendingFetch pending = PendingFetches.of(request);
        if (pending == null || !pending.store()) {
            return null;
        }
        Fields conditions = pending.conditions();
        if (isolating
                && pending.call() instanceof ServerCall call
                && !call.route().perUser()) {
            return new FetchRequest<>(new IsolatedRequest<>(request, call.keyInputs()), conditions);
        }
        return conditions.size() == 0 && !isConditional(request) && request.getMethod() == HttpMethod.GET
                ? null
                : new FetchRequest<>(request, conditions);
    }

    private static boolean isConditional(HttpRequest<?> request) {
        return request.getHeaders().contains("If-None-Match")
                || request.getHeaders().contains("If-Modified-Since");
    }
}
