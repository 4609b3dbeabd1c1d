package io.httpcached.example.gateway;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ConditionalFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.web.router.RouteAttributes;
import java.util.Set;
import reactor.core.publisher.Mono;

/**
 * Forwards requests with methods that no route can declare because their names are not known in advance. The cache must
 * assume that such a method is unsafe, so a successful request invalidates as a POST does.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class OtherMethodsFilter implements Ordered, ConditionalFilter {

    /**
     * Methods that are not forwarded. A gateway must not open a tunnel (RFC 9110 §9.3.6), and TRACE would reveal the
     * fields that are sent to the origin.
     */
    private static final Set<String> UNSUPPORTED = Set.of("CONNECT", "TRACE");

    private final Origin origin;

    OtherMethodsFilter(Origin origin) {
        this.origin = origin;
    }

    @Override
    public int getOrder() {
        return ServerFilterPhase.LAST.order();
    }

    /**
     * Returns whether a request is forwarded. If the server cannot parse a request target, filters see a request for /
     * without header fields; a valid request has {@code Host} (RFC 9112 §3.2).
     */
    @Override
    public boolean isEnabled(HttpRequest<?> request) {
        return RouteAttributes.getRouteMatch(request).isEmpty()
                && !UNSUPPORTED.contains(request.getMethodName())
                && request.getHeaders().contains(HttpHeaders.HOST);
    }

    @RequestFilter
    Mono<HttpResponse<OriginBody>> forward(HttpRequest<?> request) {
        return origin.forward(request);
    }
}
