package io.httpcached.server.filter;

import io.httpcached.core.Outcome;
import io.httpcached.core.Vary;
import io.httpcached.engine.Answer;
import io.httpcached.server.body.EncodedResponse;
import io.httpcached.server.body.Responses;
import io.httpcached.server.request.DetachedRequest;
import io.httpcached.server.request.HeaderLines;
import io.httpcached.server.request.WarmingOutcome;
import io.httpcached.server.routing.ServerCall;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpHeaders;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Renders the answers of the cache as responses of the server, and counts and reports their outcomes. */
@Singleton
final class AnswerRenderer {

    private final StoredResponseRenderer stored;
    private final OuterFilters outer;
    private final StatusHeaders status;

    AnswerRenderer(StoredResponseRenderer stored, OuterFilters outer, StatusHeaders status) {
        this.stored = stored;
        this.outer = outer;
        this.status = status;
    }

    /** Renders an answer that needed no handler. */
    MutableHttpResponse<?> render(ServerCall call, Answer answer) {
        return render(call, answer, null);
    }

    /**
     * Renders an answer.
     *
     * @param call the request
     * @param answer the answer
     * @param handled the handler's response, for an answer that passes it through, or null if the handler did not run
     * @return the response
     */
    MutableHttpResponse<?> render(ServerCall call, Answer answer, @Nullable EncodedResponse handled) {
        MutableHttpResponse<?> response;
        Outcome outcome = answer.outcome();
        if (answer instanceof Answer.FromStore fromStore) {
            byte[] body = fromStore.response().body();
            response = stored.render(call, fromStore, handled == null ? null : handled.objectOf(body));
            outcome = outcome.sentAs(fromStore.response().status(), response.code());
            preventCompression(call.httpRequest());
        } else if (answer instanceof Answer.FromDetachedRun detached) {
            byte[] body = detached.response().body();
            countBytes(call, body, true);
            response = outer.passedThrough(call, Responses.of(detached.response()), body, null);
        } else {
            response = handled == null ? Responses.onlyIfCached() : passThrough(call, handled);
        }
        if (!(answer instanceof Answer.FromStore)) {
            completeVary(response.getHeaders(), call.policy().vary());
            completeVary(response.getHeaders(), call.reads().vary());
        }
        report(call, outcome, response);
        return response;
    }

    private MutableHttpResponse<?> passThrough(ServerCall call, EncodedResponse handled) {
        byte[] body = handled.bytes();
        countBytes(call, body, false);
        return outer.passedThrough(call, handled.response(), body, handled.object());
    }

    private static void countBytes(ServerCall call, byte @Nullable [] body, boolean fromCache) {
        if (body != null && !call.request().isHead()) {
            call.route().counters().countBytes(body.length, fromCache);
        }
    }

    /** Counts an outcome, and adds it to the response. */
    void report(ServerCall call, Outcome outcome, MutableHttpResponse<?> response) {
        WarmingOutcome warming = WarmingOutcome.of(call.httpRequest());
        if (warming != null) {
            warming.set(outcome);
        }
        boolean inBackground = warming != null || call.httpRequest() instanceof DetachedRequest;
        call.route().counters().count(outcome, inBackground, call.reads());
        status.add(response.getHeaders(), call.key(), outcome);
    }

    /** Adds the names that a stored response has from the start. A cache further on may keep other responses as well. */
    private static void completeVary(MutableHttpHeaders headers, List<String> names) {
        List<String> missing = Vary.missing(new HeaderLines(headers), names);
        if (!missing.isEmpty()) {
            headers.add(HttpHeaders.VARY, String.join(", ", missing));
        }
    }

    /**
     * Prevents the server from compressing the body again. The cache has selected the content coding, and the entity
     * tag identifies these bytes (RFC 9110 §8.8.3.3); a range refers to them, too.
     */
    private static void preventCompression(HttpRequest<?> request) {
        if (request.getHeaders() instanceof MutableHttpHeaders headers) {
            headers.remove(HttpHeaders.ACCEPT_ENCODING);
        }
    }
}
