package io.httpcached.server.filter;

import io.micronaut.context.annotation.Executable;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ConditionalFilter;
import io.micronaut.http.filter.FilterContinuation;
import io.micronaut.http.server.annotation.PreMatching;
import jakarta.inject.Singleton;
import org.reactivestreams.Publisher;

/**
 * Compares as well as {@link AroundChangeFilter} if an around filter runs before the route is known. Otherwise it is not
 * enabled, because the server ignores the condition of each {@link ConditionalFilter} if it runs any filter before.
 */
@Singleton
class PreMatchingChangeFilter implements Ordered, ConditionalFilter {

    private final OuterFilters outer;

    PreMatchingChangeFilter(OuterFilters outer) {
        this.outer = outer;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public boolean isEnabled(HttpRequest<?> request) {
        return outer.runBeforeMatching();
    }

    @Executable
    @PreMatching
    @RequestFilter(ServerFilter.MATCH_ALL_PATTERN)
    Publisher<MutableHttpResponse<?>> compare(
            HttpRequest<?> request, FilterContinuation<Publisher<MutableHttpResponse<?>>> continuation) {
        return AroundChangeFilter.compare(outer, request, continuation.proceed());
    }
}
