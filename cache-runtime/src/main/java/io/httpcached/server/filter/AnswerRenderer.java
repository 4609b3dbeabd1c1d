package io.httpcached.server.filter;

import io.httpcached.core.Outcome;
import io.httpcached.engine.Answer;
import io.httpcached.server.body.Responses;
import io.httpcached.server.request.DetachedRequest;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpHeaders;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Turns answers of the cache into responses of the server. */
@Singleton
final class AnswerRenderer {

    private final StoredResponseRenderer stored;
    private final StatusHeaders status;

    AnswerRenderer(StoredResponseRenderer stored, StatusHeaders status) {
        this.stored = stored;
        this.status = status;
    }

    /** {@return the response for an answer that was found without the handler} */
    MutableHttpResponse<?> render(ServerCall call, Answer answer) {
        return render(call, answer, null);
    }

    /**
     * {@return the response for an answer}
     *
     * @param call the request
     * @param answer the answer
     * @param handled the response of the handler, for an answer that leaves it to that; null when it did not run
     */
    MutableHttpResponse<?> render(ServerCall call, Answer answer, @Nullable MutableHttpResponse<?> handled) {
        MutableHttpResponse<?> response;
        Outcome outcome = answer.outcome();
        if (answer instanceof Answer.FromStore fromStore) {
            response = stored.render(call, fromStore);
            outcome = outcome.sentAs(fromStore.response().status(), response.code());
            forbidOtherCodings(call.httpRequest());
        } else if (answer instanceof Answer.FromDetachedRun detached) {
            response = Responses.of(detached.response());
        } else {
            response = handled == null ? Responses.onlyIfCached() : handled;
        }
        call.route().counters().count(outcome, call.httpRequest() instanceof DetachedRequest);
        status.add(response.getHeaders(), call.key(), outcome);
        return response;
    }

    /**
     * The cache has chosen the content coding and named it in the entity tag. If the server compressed the body once
     * more, that tag would stand for other bytes (RFC 9110 §8.8.3.3), and a range for a part of other bytes.
     */
    private static void forbidOtherCodings(HttpRequest<?> request) {
        if (request.getHeaders() instanceof MutableHttpHeaders headers) {
            headers.remove(HttpHeaders.ACCEPT_ENCODING);
        }
    }
}
