package io.httpcached.server.filter;

import io.httpcached.core.CachePolicy;
import io.httpcached.core.CacheRequest;
import io.httpcached.core.Fields;
import io.httpcached.core.MultipartByteRanges;
import io.httpcached.core.Preconditions;
import io.httpcached.core.RangeSelection;
import io.httpcached.core.Ranges;
import io.httpcached.core.ServedFields;
import io.httpcached.core.StoredResponse;
import io.httpcached.engine.Answer;
import io.httpcached.server.body.Responses;
import io.httpcached.server.routing.ServerCall;
import io.httpcached.server.store.CacheClock;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.UUID;

/** Renders a stored response: the whole response, a range of it, 304 or 412. */
@Singleton
final class StoredResponseRenderer {

    private static final int PARTIAL_CONTENT = 206;
    private static final int NOT_MODIFIED = 304;
    private static final int PRECONDITION_FAILED = 412;
    private static final int RANGE_NOT_SATISFIABLE = 416;

    private final CacheClock clock;

    StoredResponseRenderer(CacheClock clock) {
        this.clock = clock;
    }

    MutableHttpResponse<?> render(ServerCall call, Answer.FromStore answer) {
        StoredResponse selected = answer.response().selectedBy(call.request().fields());
        Fields fields = fields(selected, answer, call.policy());
        return switch (Preconditions.evaluate(call.request(), selected, clock.millis())) {
            case PROCEED -> select(call.request(), selected, fields);
            case NOT_MODIFIED -> Responses.of(NOT_MODIFIED, ServedFields.notModified(fields));
            case FAILED -> Responses.of(PRECONDITION_FAILED, ServedFields.notModified(fields));
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

    private MutableHttpResponse<?> select(CacheRequest request, StoredResponse stored, Fields fields) {
        RangeSelection selection = Ranges.select(request, stored, clock.millis());
        if (selection instanceof RangeSelection.Single single) {
            byte[] part = Arrays.copyOfRange(
                    stored.body(), single.range().first(), single.range().last() + 1);
            Fields partial = ServedFields.partial(fields, single.range(), stored.body().length);
            return Responses.of(PARTIAL_CONTENT, partial, part);
        }
        if (selection instanceof RangeSelection.Multiple multiple) {
            String boundary = UUID.randomUUID().toString();
            byte[] parts = MultipartByteRanges.encode(
                    multiple.ranges(), stored.body(), stored.fields().first("Content-Type"), boundary);
            return Responses.of(PARTIAL_CONTENT, ServedFields.multipart(fields, boundary, parts.length), parts);
        }
        if (selection instanceof RangeSelection.Unsatisfiable) {
            return Responses.of(RANGE_NOT_SATISFIABLE, ServedFields.unsatisfiable(fields, stored.body().length));
        }
        return whole(request, stored, fields);
    }

    private static MutableHttpResponse<?> whole(CacheRequest request, StoredResponse stored, Fields fields) {
        if (!request.isHead()) {
            return Responses.of(stored.status(), fields, stored.body());
        }
        MutableHttpResponse<?> response = Responses.of(stored.status(), fields);
        response.getHeaders().set("Content-Length", Integer.toString(stored.body().length));
        return response;
    }
}
