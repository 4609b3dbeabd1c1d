package io.httpcached.server.body;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.body.ByteBody;
import org.jspecify.annotations.Nullable;

/**
 * Finds the bodies of responses that handlers pass through from an HTTP client. Such a response has no body object; it
 * is itself a stream.
 */
public interface ProxiedBodies {

    /** Finds none. */
    ProxiedBodies NONE = response -> null;

    /**
     * Finds the body of a response that has no body object.
     *
     * @param response a handler's response
     * @return its body, which can be read once, or null if the response has none
     */
    @Nullable
    ByteBody find(HttpResponse<?> response);
}
