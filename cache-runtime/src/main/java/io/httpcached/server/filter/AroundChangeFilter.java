package io.httpcached.server.filter;

import io.httpcached.server.routing.CachedRoutes;
import io.micronaut.context.annotation.Executable;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ConditionalFilter;
import io.micronaut.http.filter.FilterContinuation;
import io.micronaut.http.filter.HttpServerFilter;
import io.micronaut.http.filter.ServerFilterChain;
import jakarta.inject.Singleton;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/**
 * The outermost around filter, which determines whether another one has changed the handler response before the cache
 * sees it: the server runs the second half of all around filters before all response filters. It is registered as a
 * filter of each kind, because the server has an order of its own among filters of the highest precedence of two kinds.
 * The outermost comparison decides.
 */
@Singleton
class AroundChangeFilter implements HttpServerFilter, ConditionalFilter {

    private final CachedRoutes routes;
    private final OuterFilters outer;

    AroundChangeFilter(CachedRoutes routes, OuterFilters outer) {
        this.routes = routes;
        this.outer = outer;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public boolean isEnabled(HttpRequest<?> request) {
        return outer.changeBeforeCache() && routes.isCached(request);
    }

    @Override
    public Publisher<MutableHttpResponse<?>> doFilter(HttpRequest<?> request, ServerFilterChain chain) {
        return compare(outer, request, chain.proceed(request));
    }

    @Executable
    @RequestFilter(ServerFilter.MATCH_ALL_PATTERN)
    Publisher<MutableHttpResponse<?>> compare(
            HttpRequest<?> request, FilterContinuation<Publisher<MutableHttpResponse<?>>> continuation) {
        return compare(outer, request, continuation.proceed());
    }

    /** Compares the responses. The response of a run that is not found here counts as changed. */
    static Publisher<MutableHttpResponse<?>> compare(
            OuterFilters outer, HttpRequest<?> request, Publisher<MutableHttpResponse<?>> responses) {
        return Flux.from(responses).doOnNext(response -> {
            HandlerRun run = HandlerRun.of(request);
            if (run != null && run.handled() != null) {
                run.compareHandled(response, outer.snapshot(request, response)).attach();
            }
        });
    }
}
