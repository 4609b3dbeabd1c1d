package io.httpcached.server;

import io.httpcached.core.Fields;
import io.httpcached.engine.Ticket;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.order.Ordered;
import io.micronaut.core.util.StringUtils;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;

/**
 * Shows the handler the conditions of the cache instead of the client's: a stored response that is to be validated gives
 * them (RFC 9111 §4.3.1); without one the handler is asked for a full response, which can be stored, and the client's
 * conditions are evaluated on that.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Requires(property = HttpCacheConfiguration.PREFIX + ".enabled", notEquals = StringUtils.FALSE)
final class ConditionalFetchFilter implements Ordered {

    private final int order;

    ConditionalFetchFilter(HttpCacheConfiguration settings) {
        this.order = settings.getFilterOrder() + 1;
    }

    @Override
    public int getOrder() {
        return order;
    }

    @RequestFilter
    @Nullable
    HttpRequest<?> condition(HttpRequest<?> request) {
        Ticket ticket = Tickets.of(request);
        if (ticket == null || !ticket.store()) {
            return null;
        }
        Fields conditions = ticket.conditions();
        boolean clientConditions = request.getHeaders().contains("If-None-Match")
                || request.getHeaders().contains("If-Modified-Since");
        return conditions.size() == 0 && !clientConditions ? null : new ConditionalRequest<>(request, conditions);
    }
}
