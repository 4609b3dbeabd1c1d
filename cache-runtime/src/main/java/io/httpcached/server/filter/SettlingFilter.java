package io.httpcached.server.filter;

import io.httpcached.server.body.FilteredResponse;
import io.httpcached.server.routing.CachedRoutes;
import io.micronaut.context.annotation.Executable;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpResponseWrapper;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ConditionalFilter;
import jakarta.inject.Singleton;

/**
 * The outermost filter, which settles the responses of the cache after all other filters.
 * {@link SettlingFilterRegistrar} registers it. It is not a {@link ServerFilter}, because the server would register that in any
 * order among the filters of the highest precedence.
 */
@Singleton
class SettlingFilter implements Ordered, ConditionalFilter {

    private final CachedRoutes routes;
    private final OuterFilters outer;

    SettlingFilter(CachedRoutes routes, OuterFilters outer) {
        this.routes = routes;
        this.outer = outer;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public boolean isEnabled(HttpRequest<?> request) {
        return outer.seeResponses() && routes.isCached(request);
    }

    @Executable
    @ResponseFilter(ServerFilter.MATCH_ALL_PATTERN)
    void settle(HttpResponse<?> response) {
        HttpResponse<?> inner = response;
        while (inner instanceof HttpResponseWrapper<?> wrapper && !(inner instanceof FilteredResponse)) {
            inner = wrapper.getDelegate();
        }
        if (inner instanceof FilteredResponse filtered) {
            filtered.settle(response);
        }
    }
}
