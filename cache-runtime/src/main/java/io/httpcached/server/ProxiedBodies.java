package io.httpcached.server;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.body.ByteBodyFactory;
import io.micronaut.http.body.CloseableByteBody;
import org.jspecify.annotations.Nullable;

/** Finds the bodies of responses that handlers pass on from another server: such a response has no body object. */
public interface ProxiedBodies {

    /** Finds none. */
    ProxiedBodies NONE = (response, factory) -> null;

    /**
     * Finds the body of a response that has no body object.
     *
     * @param response a handler's response
     * @param factory makes the body
     * @return the body, which is the response's own and can be read once, or null if it has none
     */
    @Nullable
    CloseableByteBody find(HttpResponse<?> response, ByteBodyFactory factory);
}
