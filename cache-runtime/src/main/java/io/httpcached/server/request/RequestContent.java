package io.httpcached.server.request;

import io.httpcached.core.CacheRequest;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpRequestWrapper;
import io.micronaut.http.ServerHttpRequest;
import io.micronaut.http.body.AvailableByteBody;
import io.micronaut.http.body.ByteBody;

/** Tells whether a request has content, without reading it. Thread-safe. */
public interface RequestContent {

    /** Knows the requests of Micronaut's API. Any other request has content if a body was set or if its fields announce it. */
    RequestContent ANY =
            request -> (innermost(request) instanceof ServerHttpRequest<?> received && !isEmpty(received.byteBody()))
                    || request.getBody().isPresent()
                    || CacheRequest.announcesContent(new HeaderLines(request.getHeaders()));

    /**
     * Returns whether a request has content or may still receive some. Content that is under way counts: its length is not
     * known before it ends.
     *
     * @param request the request
     * @return false only if the request ended without content
     */
    boolean isPresent(HttpRequest<?> request);

    /**
     * Returns the request that wrappers contain.
     *
     * @param request a request
     * @return the request that is not a wrapper
     */
    static HttpRequest<?> innermost(HttpRequest<?> request) {
        HttpRequest<?> innermost = request;
        while (innermost instanceof HttpRequestWrapper<?> wrapper) {
            innermost = wrapper.getDelegate();
        }
        return innermost;
    }

    /**
     * Returns whether a body has arrived and has no bytes. A body that a filter has taken cannot tell.
     *
     * @param body the body
     * @return whether the body is known to be empty
     */
    static boolean isEmpty(ByteBody body) {
        try {
            return body instanceof AvailableByteBody available && available.length() == 0;
        } catch (IllegalStateException taken) {
            return false;
        }
    }
}
