package io.httpcached.server.body;

import io.httpcached.engine.HandlerResponse;
import io.micronaut.http.MutableHttpResponse;

/**
 * A handler response with an encoded body.
 *
 * @param response the response to send if it is passed through: with the encoded bytes, or unchanged if it was not
 *     encoded
 * @param handlerResponse the response as the cache sees it
 */
public record EncodedResponse(MutableHttpResponse<?> response, HandlerResponse handlerResponse) {

    /** Closes the body of the response, which is not sent. */
    public void close() {
        EncodedBody.close(response);
    }
}
