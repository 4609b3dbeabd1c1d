package io.httpcached.server.filter;

import io.httpcached.engine.CacheInvalidator;
import io.httpcached.server.config.HttpCacheConfiguration;
import io.httpcached.server.config.InvalidationConfiguration;
import io.httpcached.server.config.InvalidationEnabled;
import io.httpcached.server.filter.RequestInvalidations.Invalidated;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.http.filter.ConditionalFilter;
import java.security.Principal;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Invalidates the entries that a successful request has changed, before the client that made the change receives its
 * response. A client that reads after its own write therefore sees the change. The filter is created at startup with
 * all its collaborators, so that configuration errors fail startup.
 */
@Context
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Requires(condition = InvalidationEnabled.class)
final class InvalidationFilter implements Ordered, ConditionalFilter {

    private static final Logger LOG = LoggerFactory.getLogger("io.httpcached");

    private static final String UNCONFIRMED =
            "The request succeeded, but the cache may serve responses with the old state for a while.";

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
        return invalidations.mayInvalidate(request);
    }

    @ResponseFilter
    CompletionStage<MutableHttpResponse<?>> invalidate(HttpRequest<?> request, MutableHttpResponse<?> response) {
        Invalidated invalidated = invalidations.of(request, response);
        if (invalidated.isEmpty()) {
            return CompletableFuture.completedFuture(response);
        }
        log(request, "removes", invalidated.removed());
        log(request, "marks stale", invalidated.markedStale());
        return invalidator
                .invalidate(invalidated.removed())
                .thenCombine(invalidator.softly().invalidate(invalidated.markedStale()), (removed, stale) -> true)
                .exceptionally(unconfirmed -> false)
                .thenCompose(confirmed -> confirmed || !failing || !invalidated.affectsCachedRoutes()
                        ? CompletableFuture.completedFuture(response)
                        : fail());
    }

    private static void log(HttpRequest<?> request, String effect, Set<String> tags) {
        if (!tags.isEmpty() && LOG.isDebugEnabled()) {
            LOG.debug(
                    "{} {} {} entries tagged {}",
                    request.getMethodName(),
                    request.getPath(),
                    effect,
                    withoutUser(request, tags));
        }
    }

    /** The tag of a user contains the user's name, which the log must not show. */
    private static List<String> withoutUser(HttpRequest<?> request, Set<String> tags) {
        String user = request.getUserPrincipal().map(Principal::getName).orElse("");
        return tags.stream()
                .map(tag -> user.isEmpty() ? tag : tag.replace(user, "{user}"))
                .toList();
    }

    private static CompletionStage<MutableHttpResponse<?>> fail() {
        return CompletableFuture.failedFuture(new HttpStatusException(HttpStatus.SERVICE_UNAVAILABLE, UNCONFIRMED));
    }
}
