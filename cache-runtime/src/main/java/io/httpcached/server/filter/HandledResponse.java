package io.httpcached.server.filter;

import io.httpcached.core.Fields;
import io.httpcached.engine.HandlerResponse;
import io.httpcached.server.body.HeaderFields;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import org.jspecify.annotations.Nullable;

/**
 * A handler response before the filters outside the cache have seen it.
 *
 * @param response the response
 * @param status its status code
 * @param fields its header fields
 * @param body its body object, or null
 * @param writer its body writer, or null
 * @param changed whether a filter outside the cache may have changed it
 */
record HandledResponse(
        HttpResponse<?> response,
        int status,
        Fields fields,
        @Nullable Object body,
        @Nullable Object writer,
        boolean changed) {

    static HandledResponse of(MutableHttpResponse<?> response) {
        return new HandledResponse(
                response,
                response.code(),
                HeaderFields.of(response.getHeaders()),
                response.body(),
                response.getBodyWriter().orElse(null),
                true);
    }

    /** Returns this response, with the result of a comparison with the response that left a filter. */
    HandledResponse comparedWith(MutableHttpResponse<?> current) {
        return new HandledResponse(response, status, fields, body, writer, !isUnchangedIn(current));
    }

    /** Returns whether a response is this one, with the same status, fields and body. */
    private boolean isUnchangedIn(MutableHttpResponse<?> current) {
        return response == current
                && status == current.code()
                && body == current.body()
                && writer == current.getBodyWriter().orElse(null)
                && fields.equals(HeaderFields.of(current.getHeaders()));
    }

    /**
     * Returns this response without a body, so that it is not stored.
     *
     * @param reason the reason
     * @return the response
     */
    HandlerResponse withoutBody(@Nullable String reason) {
        return new HandlerResponse(status, fields, null, reason);
    }
}
