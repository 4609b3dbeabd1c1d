package io.httpcached.server.filter;

import io.httpcached.core.Fields;
import io.httpcached.engine.HandlerResponse;
import io.httpcached.server.body.HeaderFields;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A handler response before the filters outside the cache have seen it.
 *
 * @param response the response
 * @param status its status code
 * @param fields its header fields
 * @param body its body object, or null
 * @param writer its body writer, or null
 * @param encoded the encoding of its body, or null if filters cannot modify the body in place
 * @param changed whether a filter outside the cache may have changed it
 */
@SuppressWarnings("ArrayRecordComponent") // never compared as a record
record HandledResponse(
        HttpResponse<?> response,
        int status,
        Fields fields,
        @Nullable Object body,
        @Nullable Object writer,
        byte @Nullable [] encoded,
        boolean changed) {

    static HandledResponse of(MutableHttpResponse<?> response, byte @Nullable [] encoded) {
        return new HandledResponse(
                response,
                response.code(),
                HeaderFields.of(response.getHeaders()),
                response.body(),
                response.getBodyWriter().orElse(null),
                encoded,
                true);
    }

    /** Returns this response, with the result of a comparison with the response that left a filter. */
    HandledResponse comparedWith(MutableHttpResponse<?> current, byte @Nullable [] currentlyEncoded) {
        boolean unchanged = isUnchangedIn(current) && Arrays.equals(encoded, currentlyEncoded);
        return new HandledResponse(response, status, fields, body, writer, encoded, !unchanged);
    }

    /** Returns whether a response is this one, with the same status and fields and with the same object as its body. */
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
