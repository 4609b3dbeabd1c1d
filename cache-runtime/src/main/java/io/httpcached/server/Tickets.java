package io.httpcached.server;

import io.httpcached.engine.Ticket;
import io.micronaut.http.HttpRequest;
import org.jspecify.annotations.Nullable;

/** Keeps a request's ticket between the look-up and the handler's answer. */
final class Tickets {

    private static final String ATTRIBUTE = "io.httpcached.ticket";

    private Tickets() {}

    static void put(HttpRequest<?> request, Ticket ticket) {
        request.setAttribute(ATTRIBUTE, ticket);
    }

    static @Nullable Ticket of(HttpRequest<?> request) {
        return request.getAttribute(ATTRIBUTE).orElse(null) instanceof Ticket ticket ? ticket : null;
    }

    static @Nullable Ticket take(HttpRequest<?> request) {
        Ticket ticket = of(request);
        if (ticket != null) {
            request.removeAttribute(ATTRIBUTE, Ticket.class);
        }
        return ticket;
    }
}
