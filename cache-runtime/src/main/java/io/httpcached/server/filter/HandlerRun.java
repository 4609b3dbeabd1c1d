package io.httpcached.server.filter;

import io.httpcached.core.EntityTag;
import io.httpcached.engine.Answer;
import io.httpcached.engine.HandlerResponse;
import io.httpcached.engine.PendingFetch;
import io.httpcached.server.request.RequestAttributes;
import io.httpcached.server.routing.ServerCall;
import io.micronaut.http.HttpRequest;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * A run of the handler, from the lookup to the handler response. In between it is an attribute of the request.
 *
 * @param call the request to the cached route
 * @param fetch the pending fetch that the handler response finishes
 * @param tag the entity tag that a version source gave for the response, or null
 */
record HandlerRun(ServerCall call, PendingFetch fetch, @Nullable EntityTag tag) {

    private static final String ATTRIBUTE = "io.httpcached.handler-run";

    HandlerRun(ServerCall call, PendingFetch fetch) {
        this(call, fetch, null);
    }

    /** Returns the run of a request, or null if the request has none. */
    static @Nullable HandlerRun of(HttpRequest<?> request) {
        return RequestAttributes.get(request, ATTRIBUTE) instanceof HandlerRun run ? run : null;
    }

    /** Removes the run from a request and returns it, or null if the request has none. */
    static @Nullable HandlerRun remove(HttpRequest<?> request) {
        HandlerRun run = of(request);
        if (run != null) {
            request.removeAttribute(ATTRIBUTE, HandlerRun.class);
        }
        return run;
    }

    /** Puts this run on its request. */
    void attach() {
        call.httpRequest().setAttribute(ATTRIBUTE, this);
    }

    HandlerRun withTag(@Nullable EntityTag known) {
        return new HandlerRun(call, fetch, known);
    }

    /** Finishes the fetch with the handler response and returns the answer to the request. */
    CompletionStage<Answer> finish(HandlerResponse response) {
        return call.route().pipeline().finish(fetch, response);
    }

    /**
     * Returns the reason why a response with this head is not stored, whatever its body is, or null if it may be
     * stored.
     */
    @Nullable
    String notStoredReason(HandlerResponse head) {
        return call.route().pipeline().notStoredReason(fetch, head.withEntityTag(tag));
    }
}
