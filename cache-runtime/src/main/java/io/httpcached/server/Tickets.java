package io.httpcached.server;

import io.httpcached.core.EntityTag;
import io.httpcached.engine.Answer;
import io.httpcached.engine.Fetched;
import io.httpcached.engine.Ticket;
import io.micronaut.http.HttpRequest;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Keeps on a request, between the look-up and the handler's answer, what is known of its response. */
final class Tickets {

    private static final String ATTRIBUTE = "io.httpcached.ticket";
    private static final String TAG = "io.httpcached.tag";

    private Tickets() {}

    static void put(HttpRequest<?> request, Ticket ticket) {
        request.setAttribute(ATTRIBUTE, ticket);
    }

    static @Nullable Ticket of(HttpRequest<?> request) {
        return Attributes.get(request, ATTRIBUTE) instanceof Ticket ticket ? ticket : null;
    }

    static @Nullable Ticket take(HttpRequest<?> request) {
        Ticket ticket = of(request);
        if (ticket != null) {
            request.removeAttribute(ATTRIBUTE, Ticket.class);
        }
        return ticket;
    }

    /** Keeps the entity tag that the handler's response is known to have. */
    static void putTag(HttpRequest<?> request, EntityTag tag) {
        request.setAttribute(TAG, tag);
    }

    static @Nullable EntityTag tag(HttpRequest<?> request) {
        return Attributes.get(request, TAG) instanceof EntityTag tag ? tag : null;
    }

    /** {@return how the ticket's request is to be answered} Hands over what the handler answered. */
    static CompletionStage<Answer> finish(Ticket ticket, Fetched fetched) {
        return ((ServerCall) ticket.call()).route().pipeline().finish(ticket, fetched);
    }
}
