package io.httpcached.server.filter;

import io.httpcached.engine.Answer;
import io.httpcached.server.request.RequestAttributes;
import io.httpcached.server.routing.ServerCall;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.exceptions.HttpStatusException;

/**
 * A request whose leaders all failed. In place of the handler it receives an exception of its own, which the error handling of
 * the application renders. Until then it is an attribute of the request.
 *
 * @param call the request
 * @param answer the status of the failure
 */
record FailedWaiter(ServerCall call, Answer.SharedFailure answer) {

    private static final String ATTRIBUTE = "io.httpcached.failed-waiter";
    private static final String MESSAGE = "The request failed for other clients.";

    /** Puts this on its request. */
    void attach() {
        call.httpRequest().setAttribute(ATTRIBUTE, this);
    }

    /**
     * Fails a request if it is such a waiter.
     *
     * @throws HttpStatusException with the status of the failure
     */
    static void failIfAttached(HttpRequest<?> request) {
        if (RequestAttributes.get(request, ATTRIBUTE) instanceof FailedWaiter waiter) {
            throw new HttpStatusException(HttpStatus.valueOf(waiter.answer.status()), MESSAGE);
        }
    }

    /** Adds the outcome to the response if its request is such a waiter. */
    static void report(HttpRequest<?> request, MutableHttpResponse<?> response, AnswerRenderer renderer) {
        if (RequestAttributes.get(request, ATTRIBUTE) instanceof FailedWaiter waiter) {
            renderer.report(waiter.call, waiter.answer.outcome(), response);
        }
    }
}
