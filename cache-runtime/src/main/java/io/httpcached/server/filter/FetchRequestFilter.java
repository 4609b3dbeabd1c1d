package io.httpcached.server.filter;

import io.httpcached.annotation.UnkeyedReads;
import io.httpcached.core.Fields;
import io.httpcached.server.config.CacheEnabled;
import io.httpcached.server.config.HttpCacheConfiguration;
import io.httpcached.server.request.FetchRequest;
import io.httpcached.server.request.IsolatedRequest;
import io.httpcached.server.routing.CachedRoutes;
import io.httpcached.server.routing.ServerCall;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.order.Ordered;
import io.micronaut.core.propagation.MutablePropagatedContext;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.context.ServerHttpRequestContext;
import io.micronaut.http.filter.ConditionalFilter;

/**
 * Passes a request to the handler whose response can be stored, where the client's request would not produce one:
 *
 * <ul>
 *   <li>The validators of the stored response replace the client's conditions (RFC 9111 §4.3.1). Without a stored
 *       response there are no conditions; those of the client are evaluated on the full response.
 *   <li>HEAD becomes GET, because the server would drop the body of the response to HEAD.
 *   <li>With {@code UnkeyedReads.HIDE}, the handler of a shared entry receives only the parts of the request
 *       that the key contains.
 * </ul>
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Requires(condition = CacheEnabled.class)
final class FetchRequestFilter implements Ordered, ConditionalFilter {

    private final CachedRoutes routes;
    private final int order;

    FetchRequestFilter(CachedRoutes routes, HttpCacheConfiguration settings) {
        this.routes = routes;
        this.order = settings.getFilterOrder() + 1;
    }

    @Override
    public int getOrder() {
        return order;
    }

    @Override
    public boolean isEnabled(HttpRequest<?> request) {
        return routes.isCached(request);
    }

    /**
     * Replaces the request if the handler is to receive another one, and the current request of the propagated context with it: until
     * the handler runs, Micronaut leaves the client's request there.
     */
    @RequestFilter
    @Nullable
    HttpRequest<?> replace(HttpRequest<?> request, MutablePropagatedContext context) {
        HandlerRun run = HandlerRun.of(request);
        if (run == null) {
            FailedWaiter.failIfAttached(request);
            return null;
        }
        if (!run.fetch().concernsEntry()) {
            return null;
        }
        HttpRequest<?> replaced =
                run.fetch().store() ? forHandler(run, request) : run.call().beginReads(request);
        if (replaced == request) {
            return null;
        }
        context.add(new ServerHttpRequestContext(replaced));
        return replaced;
    }

    private static HttpRequest<?> forHandler(HandlerRun run, HttpRequest<?> request) {
        ServerCall call = run.call();
        Fields conditions = run.fetch().conditions();
        if (call.route().reads().setting() == UnkeyedReads.HIDE && !call.route().perUser()) {
            return new FetchRequest<>(new IsolatedRequest<>(request, call.keyInputs()), conditions);
        }
        return conditions.size() == 0 && !isConditional(request) && request.getMethod() == HttpMethod.GET
                ? call.beginReads(request)
                : call.beginReads(new FetchRequest<>(request, conditions));
    }

    private static boolean isConditional(HttpRequest<?> request) {
        HttpHeaders headers = request.getHeaders();
        return headers.contains(HttpHeaders.IF_NONE_MATCH) || headers.contains(HttpHeaders.IF_MODIFIED_SINCE);
    }
}
