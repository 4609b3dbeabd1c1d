package io.httpcached.server.body;

import io.httpcached.engine.HandlerResponse;
import io.micronaut.http.MutableHttpResponse;

/**
 * A handler's response after its body was encoded.
 *
 * @param response what to send if the cache has nothing better: with the encoded bytes, or as the handler made it
 * @param fetched the response as the cache sees it
 */
public record EncodedResponse(MutableHttpResponse<?> response, HandlerResponse fetched) {

    /** Lets go of the response, which will not be sent. */
    public void discard() {
        EncodedBody.discard(response);
    }
}
