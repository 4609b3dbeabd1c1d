package io.httpcached.server.filter;

import io.httpcached.core.EntityTag;
import io.httpcached.core.Reads;
import io.httpcached.engine.Answer;
import io.httpcached.engine.HandlerResponse;
import io.httpcached.engine.OutcomeDetail;
import io.httpcached.engine.PendingFetch;
import io.httpcached.server.body.ResponseAttributes;
import io.httpcached.server.request.RequestAttributes;
import io.httpcached.server.routing.ServerCall;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.hateoas.JsonError;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * A run of the handler, from the lookup to the handler response. In between it is an attribute of the request.
 *
 * @param call the request to the cached route
 * @param fetch the pending fetch that the handler response finishes
 * @param tag the entity tag that a version source gave for the response, or null
 * @param handled the handler response, if there are around filters outside the cache; otherwise null
 * @param startNanos the time before the handler, by {@link System#nanoTime()}
 */
record HandlerRun(
        ServerCall call,
        PendingFetch fetch,
        @Nullable EntityTag tag,
        @Nullable HandledResponse handled,
        long startNanos) {

    private static final int CLIENT_ERROR = 400;

    private static final String ATTRIBUTE = "io.httpcached.handler-run";

    HandlerRun(ServerCall call, PendingFetch fetch) {
        this(call, fetch, null, null, System.nanoTime());
    }

    /** Returns the run of a request, or null if the request has none. */
    static @Nullable HandlerRun of(HttpRequest<?> request) {
        return RequestAttributes.get(request, ATTRIBUTE) instanceof HandlerRun run ? run : null;
    }

    /** Removes the run from a request and returns it, or null if the request has none. */
    static @Nullable HandlerRun remove(HttpRequest<?> request) {
        HandlerRun run = of(request);
        if (run != null) {
            request.getAttributes().remove(ATTRIBUTE);
        }
        return run;
    }

    /** Puts this run on its request. */
    void attach() {
        call.httpRequest().setAttribute(ATTRIBUTE, this);
    }

    HandlerRun withTag(@Nullable EntityTag known) {
        return new HandlerRun(call, fetch, known, handled, startNanos);
    }

    HandlerRun withHandled(HandledResponse recorded) {
        return new HandlerRun(call, fetch, tag, recorded, startNanos);
    }

    /** Returns this run, with the result of a comparison of the handler response with the one that left a filter. */
    HandlerRun compareHandled(MutableHttpResponse<?> current, byte @Nullable [] encoded) {
        return handled == null ? this : withHandled(handled.comparedWith(current, encoded));
    }

    /** Counts this run, whose response has arrived. */
    void countEnd() {
        call.route().counters().countHandlerRun(System.nanoTime() - startNanos);
    }

    /** Finishes the fetch with the handler response and returns the answer to the request. */
    CompletionStage<Answer> finish(HandlerResponse response) {
        return call.route().pipeline().finish(fetch, response);
    }

    /**
     * Returns the reason why a response is not stored, whatever its body is.
     *
     * @param response the response
     * @param head the response as the cache sees it, without its body
     * @return the reason, or null if the response may be stored
     */
    @Nullable
    String notStoredReason(HttpResponse<?> response, HandlerResponse head) {
        String reason = call.route().pipeline().notStoredReason(fetch, head.withEntityTag(tag));
        if (reason == null && isErrorResponse(response) && !call.isQueryKeyed()) {
            return OutcomeDetail.UNKEYED_QUERY.text();
        }
        return reason == null && handled != null && handled.changed() ? OutcomeDetail.CHANGED.text() : reason;
    }

    /**
     * Returns the response that the pipeline handles. If a filter outside the cache changed the handler response,
     * nothing of the change reaches the pipeline, and no body, so that neither a store nor another request receives it. The
     * same holds for the body of an error response that is read although it is not stored.
     *
     * @param response the response
     * @param encoded the same as the cache sees it
     * @return the response for the pipeline
     */
    HandlerResponse forPipeline(HttpResponse<?> response, HandlerResponse encoded) {
        if (handled != null && handled.changed()) {
            return handled.withoutBody(notStoredReason(response, encoded));
        }
        return encoded.body() != null && isErrorResponse(response) && !call.isQueryKeyed()
                ? new HandlerResponse(encoded.status(), encoded.fields(), null, OutcomeDetail.UNKEYED_QUERY.text())
                : encoded;
    }

    /**
     * Returns a response with what its handler read. The tag of its version identifies it only among the responses to requests with
     * the same key and the same selecting parts, so it does not have that tag if the handler read anything else.
     *
     * @param response the response for the pipeline
     * @return the response with its reads
     */
    HandlerResponse withReads(HandlerResponse response) {
        Reads reads = call.endReads(() -> isUnstoredError(response));
        return response.withReads(reads).withEntityTag(fetch.selectedBy(reads) ? tag : null);
    }

    private boolean isUnstoredError(HandlerResponse response) {
        return response.status() >= CLIENT_ERROR
                && (response.noBodyReason() != null
                        || call.route().pipeline().notStoredReason(fetch, response.withEntityTag(tag)) != null);
    }

    /** Returns whether a response is not stored only because a filter outside the cache changed it. */
    boolean isRejectedAsChanged(HandlerResponse response) {
        return OutcomeDetail.CHANGED.text().equals(response.noBodyReason());
    }

    /** The error responses of Micronaut contain the URI of the request; those of error handlers may contain it as well. */
    private static boolean isErrorResponse(HttpResponse<?> response) {
        return ResponseAttributes.exception(response) != null || response.body() instanceof JsonError;
    }
}
