package io.httpcached.server;

import io.micronaut.core.io.buffer.ReadBuffer;
import io.micronaut.http.HttpResponse;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/**
 * Finds the bodies of responses that handlers hand on from a client as they are: such a response has no body object, but
 * is a stream itself.
 */
public interface ProxiedBodies {

    /** Finds none. */
    ProxiedBodies NONE = response -> null;

    /**
     * Finds the body of a response that has no body object.
     *
     * @param response a handler's response
     * @return the bytes of its body, for one subscriber, or null if it has none
     */
    @Nullable
    Publisher<ReadBuffer> find(HttpResponse<?> response);
}
