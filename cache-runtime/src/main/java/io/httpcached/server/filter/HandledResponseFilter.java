package io.httpcached.server.filter;

import io.httpcached.server.config.HttpCacheConfiguration;
import io.httpcached.server.routing.CachedRoutes;
import io.micronaut.context.annotation.Executable;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ConditionalFilter;
import io.micronaut.http.filter.FilterContinuation;
import jakarta.inject.Singleton;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/**
 * The first filter inside the cache, which records the handler response before around filters outside the cache see it.
 * {@link SettlingFilterRegistrar} registers it before other filters of the same order.
 */
@Singleton
class HandledResponseFilter implements Ordered, ConditionalFilter {

    private final CachedRoutes routes;
    private final OuterFilters outer;
    private final int order;

    HandledResponseFilter(CachedRoutes routes, OuterFilters outer, HttpCacheConfiguration settings) {
        this.routes = routes;
        this.outer = outer;
        this.order = settings.getFilterOrder() + 1;
    }

    @Override
    public int getOrder() {
        return order;
    }

    @Override
    public boolean isEnabled(HttpRequest<?> request) {
        return outer.changeBeforeCache() && routes.isCached(request);
    }

    @Executable
    @RequestFilter(ServerFilter.MATCH_ALL_PATTERN)
    Publisher<MutableHttpResponse<?>> record(
            HttpRequest<?> request, FilterContinuation<Publisher<MutableHttpResponse<?>>> continuation) {
        HandlerRun run = HandlerRun.of(request);
        Publisher<MutableHttpResponse<?>> responses = continuation.proceed();
        return run == null
                ? responses
                : Flux.from(responses).doOnNext(response -> run.withHandled(HandledResponse.of(
                                response, outer.snapshot(run.call().httpRequest(), response)))
                        .attach());
    }
}
