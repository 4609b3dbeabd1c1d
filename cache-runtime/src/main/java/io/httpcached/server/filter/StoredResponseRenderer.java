package io.httpcached.server.filter;

import io.httpcached.core.CachePolicy;
import io.httpcached.core.Fields;
import io.httpcached.core.MultipartByteRanges;
import io.httpcached.core.Outcome;
import io.httpcached.core.Preconditions;
import io.httpcached.core.RangeSelection;
import io.httpcached.core.Ranges;
import io.httpcached.core.ServedFields;
import io.httpcached.core.StoredResponse;
import io.httpcached.engine.Answer;
import io.httpcached.server.body.Responses;
import io.httpcached.server.body.StoredResponseFactory;
import io.httpcached.server.routing.ServerCall;
import io.httpcached.server.store.CacheClock;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Renders a stored response: the whole response, a range of it, 304 or 412. */
@Singleton
final class StoredResponseRenderer {

    private static final int PARTIAL_CONTENT = 206;
    private static final int NOT_MODIFIED = 304;
    private static final int PRECONDITION_FAILED = 412;
    private static final int RANGE_NOT_SATISFIABLE = 416;

    private final CacheClock clock;
    private final OuterFilters outer;
    private final StoredResponseFactory responses;

    StoredResponseRenderer(CacheClock clock, OuterFilters outer, Optional<StoredResponseFactory> responses) {
        this.clock = clock;
        this.outer = outer;
        this.responses = responses.orElse(StoredResponseFactory.ANY);
    }

    /**
     * A stored response in the form that the request selects.
     *
     * @param call the request
     * @param answer the answer from the store
     * @param object the object that the handler returned as the body, or null if another run created the response
     * @param selected the selected form
     * @param fields the fields of the full response in this form
     */
    private record Selected(
            ServerCall call,
            Answer.FromStore answer,
            @Nullable Object object,
            StoredResponse selected,
            Fields fields) {}

    /**
     * Renders a stored response.
     *
     * @param call the request
     * @param answer the answer from the store
     * @param object the object that the handler returned as the body, or null if another run created the response
     * @return the response
     */
    MutableHttpResponse<?> render(ServerCall call, Answer.FromStore answer, @Nullable Object object) {
        StoredResponse response = answer.response().selectedBy(call.request().fields());
        Selected selected = new Selected(call, answer, object, response, fields(response, answer, call.policy()));
        return switch (Preconditions.evaluate(call.request(), response, clock.millis())) {
            case PROCEED -> select(selected);
            case NOT_MODIFIED -> withoutBody(selected, NOT_MODIFIED, ServedFields.notModified(selected.fields));
            case FAILED -> withoutBody(selected, PRECONDITION_FAILED, ServedFields.notModified(selected.fields));
        };
    }

    /**
     * A response generated for this request has no {@code Age}, unless it had an age when it arrived (RFC 9111 §5.1).
     */
    private static Fields fields(StoredResponse selected, Answer.FromStore answer, CachePolicy policy) {
        Fields fields = ServedFields.full(selected, answer.age(), policy).plus(answer.withheld());
        boolean reused = answer.outcome().hit() || answer.outcome().collapsed() || answer.age() > 0;
        return reused ? fields : fields.without("Age");
    }

    private MutableHttpResponse<?> select(Selected selected) {
        StoredResponse stored = selected.selected;
        Fields fields = selected.fields;
        RangeSelection selection = Ranges.select(selected.call.request(), stored, clock.millis());
        if (selection instanceof RangeSelection.Single single) {
            byte[] part = Arrays.copyOfRange(
                    stored.body(), single.range().first(), single.range().last() + 1);
            Fields partial = ServedFields.partial(fields, single.range(), stored.body().length);
            return withBody(selected, PARTIAL_CONTENT, partial, part);
        }
        if (selection instanceof RangeSelection.Multiple multiple) {
            String boundary = UUID.randomUUID().toString();
            byte[] parts = MultipartByteRanges.encode(
                    multiple.ranges(), stored.body(), stored.fields().first("Content-Type"), boundary);
            return withBody(selected, PARTIAL_CONTENT, ServedFields.multipart(fields, boundary, parts.length), parts);
        }
        if (selection instanceof RangeSelection.Unsatisfiable) {
            return withoutBody(
                    selected, RANGE_NOT_SATISFIABLE, ServedFields.unsatisfiable(fields, stored.body().length));
        }
        return whole(selected, stored, fields);
    }

    private MutableHttpResponse<?> whole(Selected selected, StoredResponse stored, Fields fields) {
        if (!selected.call.request().isHead()) {
            return withBody(selected, stored.status(), fields, stored.body());
        }
        Fields withLength = fields.with("Content-Length", Integer.toString(stored.body().length));
        return withoutBody(selected, stored.status(), withLength);
    }

    private MutableHttpResponse<?> withBody(Selected selected, int status, Fields fields, byte[] body) {
        Outcome outcome = selected.answer.outcome();
        selected.call.route().counters().countBytes(body.length, outcome.hit() || outcome.collapsed());
        return toFilters(selected, Responses.withBody(head(selected, status, fields), body), fields);
    }

    private MutableHttpResponse<?> withoutBody(Selected selected, int status, Fields fields) {
        return toFilters(selected, head(selected, status, fields), fields);
    }

    private MutableHttpResponse<?> head(Selected selected, int status, Fields fields) {
        return responses.create(
                selected.selected, status, fields, selected.answer.outcome().hit());
    }

    private MutableHttpResponse<?> toFilters(Selected selected, MutableHttpResponse<?> rendered, Fields fields) {
        if (!outer.seeResponses()) {
            return rendered;
        }
        StoredResponse identity = selected.answer.response();
        Fields whole = identity == selected.selected
                ? selected.fields
                : fields(identity, selected.answer, selected.call.policy());
        return outer.stored(selected.call, rendered, fields, identity, whole, selected.object);
    }
}
