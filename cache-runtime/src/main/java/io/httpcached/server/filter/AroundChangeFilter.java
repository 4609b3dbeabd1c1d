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
import reactor.core.publisher.Flux;

/**
 * The outermost around filter, which finds out whether another one has changed the handler response before the cache
 * sees it: the server runs the second half of all around filters before all response filters. It runs before the route
 * is known, because other filters of the highest precedence may be registered earlier among those that run afterwards.
 */
@Singleton
class AroundChangeFilter implements Ordered, ConditionalFilter {

    private final OuterFilters outer;

    AroundChangeFilter(OuterFilters outer) {
        this.outer = outer;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public boolean isEnabled(HttpRequest<?> request) {
        return outer.changeBeforeCache();
    }

    /** A run that is not found here keeps its handled response, and its response is not stored. */
    @Executable
    @PreMatching
    @RequestFilter(ServerFilter.MATCH_ALL_PATTERN)
    Publisher<MutableHttpResponse<?>> compare(
            HttpRequest<?> request, FilterContinuation<Publisher<MutableHttpResponse<?>>> continuation) {
        return Flux.from(continuation.proceed()).doOnNext(response -> {
            HandlerRun run = HandlerRun.of(request);
            if (run != null && run.isUnchangedIn(response)) {
                run.withHandled(null).attach();
            }
        });
    }
}
