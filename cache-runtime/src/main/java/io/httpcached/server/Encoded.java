package io.httpcached.server;

import io.httpcached.engine.Fetched;
import io.micronaut.http.MutableHttpResponse;

/**
 * A handler's response after its body was encoded.
 *
 * @param response what to send if the cache has nothing better: with the encoded bytes, or as the handler made it
 * @param fetched the response as the cache sees it
 */
record Encoded(MutableHttpResponse<?> response, Fetched fetched) {

    /** Lets go of the response, which will not be sent. */
    void discard() {
        EncodedBody.discard(response);
    }
}
