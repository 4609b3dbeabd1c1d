package io.httpcached.server.filter;

import io.httpcached.engine.CacheInvalidator;
import io.httpcached.server.config.HttpCacheConfiguration;
import io.httpcached.server.config.InvalidationConfiguration;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.order.Ordered;
import io.micronaut.core.util.StringUtils;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.http.filter.ConditionalFilter;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Invalidates what a successful request has changed, before its client has the answer, so that a client that reads after its own
 * write sees it. Made at start-up with all that it needs, so that every mistake shows then.
 */
@Context
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Requires(property = HttpCacheConfiguration.PREFIX + ".enabled", notEquals = StringUtils.FALSE)
final class InvalidationFilter implements Ordered, ConditionalFilter {

    private static final String UNCONFIRMED =
            "The request was carried out, but cached responses that show the old state may be served for a while.";

    private final RequestInvalidations invalidations;
    private final CacheInvalidator invalidator;
    private final boolean failing;
    private final int order;

    InvalidationFilter(
            RequestInvalidations invalidations,
            CacheInvalidator invalidator,
            InvalidationConfiguration invalidation,
            HttpCacheConfiguration settings) {
        this.invalidations = invalidations;
        this.invalidator = invalidator;
        this.failing = invalidation.getOnFailure() == InvalidationConfiguration.OnFailure.FAIL;
        this.order = settings.getFilterOrder();
    }

    @Override
    public int getOrder() {
        return order;
    }

    @Override
    public boolean isEnabled(HttpRequest<?> request) {
        return invalidations.mayFollow(request);
    }

    @ResponseFilter
    CompletionStage<MutableHttpResponse<?>> invalidate(HttpRequest<?> request, MutableHttpResponse<?> response) {
        RequestInvalidations.Due due = invalidations.after(request, response);
        if (due.isEmpty()) {
            return CompletableFuture.completedFuture(response);
        }
        return invalidator
                .invalidate(due.gone())
                .thenCombine(invalidator.softly().invalidate(due.stale()), (gone, stale) -> true)
                .exceptionally(notConfirmed -> false)
                .thenCompose(confirmed -> confirmed || !failing || !due.matters()
                        ? CompletableFuture.completedFuture(response)
                        : unconfirmed());
    }

    private static CompletionStage<MutableHttpResponse<?>> unconfirmed() {
        return CompletableFuture.failedFuture(new HttpStatusException(HttpStatus.SERVICE_UNAVAILABLE, UNCONFIRMED));
    }
}
