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
 * Forwards methods that no route can be declared for, because their names are not known: a filter sees them all. They are
 * unsafe as far as the cache can tell, so their success invalidates like that of a POST.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class OtherMethodsFilter implements Ordered, ConditionalFilter {

    /** A tunnel is not for a gateway to open (RFC 9110 §9.3.6), and TRACE would show what was meant for the origin. */
    private static final Set<String> REFUSED = Set.of("CONNECT", "TRACE");

    private final Origin origin;

    OtherMethodsFilter(Origin origin) {
        this.origin = origin;
    }

    @Override
    public int getOrder() {
        return ServerFilterPhase.LAST.order();
    }

    /**
     * Where the server cannot read a target, filters are shown a request for / without any fields; a real one has
     * {@code Host} (RFC 9112 §3.2).
     */
    @Override
    public boolean isEnabled(HttpRequest<?> request) {
        return RouteAttributes.getRouteMatch(request).isEmpty()
                && !REFUSED.contains(request.getMethodName())
                && request.getHeaders().contains(HttpHeaders.HOST);
    }

    @RequestFilter
    Mono<HttpResponse<OriginBody>> forward(HttpRequest<?> request) {
        return origin.forward(request);
    }
}
