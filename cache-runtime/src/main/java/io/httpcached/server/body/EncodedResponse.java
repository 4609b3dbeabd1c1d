package io.httpcached.server.body;

import io.httpcached.engine.HandlerResponse;
import io.micronaut.http.MutableHttpResponse;
import org.jspecify.annotations.Nullable;

/**
 * A handler response with an encoded body.
 *
 * @param response the response to send if it is passed through: with the encoded bytes, or unchanged if it was not
 *     encoded
 * @param handlerResponse the response as the cache sees it
 * @param object the body as the handler returned it, or null
 */
public record EncodedResponse(
        MutableHttpResponse<?> response, HandlerResponse handlerResponse, @Nullable Object object) {

    /**
     * Creates a response without the object.
     *
     * @param response the response to send if it is passed through
     * @param handlerResponse the response as the cache sees it
     */
    public EncodedResponse(MutableHttpResponse<?> response, HandlerResponse handlerResponse) {
        this(response, handlerResponse, null);
    }

    /**
     * Returns this response with the body as an object.
     *
     * @param body the body as the handler returned it, or null
     * @return the response
     */
    public EncodedResponse withObject(@Nullable Object body) {
        return new EncodedResponse(response, handlerResponse, body);
    }

    /**
     * Returns the body as the handler returned it, if a response has that body.
     *
     * @param body the encoded body of the response
     * @return the object, or null if the body is that of another response
     */
    public @Nullable Object objectOf(byte[] body) {
        return handlerResponse.body() == body ? object : null;
    }

    /** Returns the encoded body that the response contains, or null if it was not encoded. */
    public byte @Nullable [] bytes() {
        return response.getBodyWriter().orElse(null) instanceof HiddenBytesWriter hidden ? hidden.bytes() : null;
    }

    /** Closes the body of the response, which is not sent. */
    public void close() {
        EncodedBody.close(response);
    }
}
