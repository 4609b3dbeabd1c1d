package io.httpcached.server;

import io.httpcached.core.FieldLines;
import io.httpcached.core.Invalidation;
import io.httpcached.engine.Evictor;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.order.Ordered;
import io.micronaut.core.util.StringUtils;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ConditionalFilter;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.concurrent.CompletionStage;

/**
 * Evicts what an unsafe request of any route has changed, before its client has the answer, so that a client that reads
 * after its own write sees it (RFC 9111 §4.4).
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Requires(property = HttpCacheConfiguration.PREFIX + ".enabled", notEquals = StringUtils.FALSE)
final class UnsafeRequestFilter implements Ordered, ConditionalFilter {

    private final Evictor evictor;
    private final int order;

    UnsafeRequestFilter(Evictor evictor, HttpCacheConfiguration settings) {
        this.evictor = evictor;
        this.order = settings.getFilterOrder();
    }

    @Override
    public int getOrder() {
        return order;
    }

    @Override
    public boolean isEnabled(HttpRequest<?> request) {
        return !Invalidation.isSafe(request.getMethodName());
    }

    @ResponseFilter
    @Nullable
    CompletionStage<MutableHttpResponse<?>> evict(HttpRequest<?> request, MutableHttpResponse<?> response) {
        FieldLines fields = new HeaderLines(response.getHeaders());
        return evictor.afterRequest(request.getMethodName(), target(request), response.code(), fields)
                .handle((done, notConfirmed) -> response);
    }

    /** With the origin, by which the resources that a response names are told from those of others. */
    private static URI target(HttpRequest<?> request) {
        String scheme = request.isSecure() ? "https://" : "http://";
        try {
            return new URI(scheme + request.getHeaders().get("Host")).resolve(request.getUri());
        } catch (URISyntaxException noHost) {
            return request.getUri();
        }
    }
}
