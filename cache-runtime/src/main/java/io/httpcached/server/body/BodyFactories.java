package io.httpcached.server.body;

import io.micronaut.core.io.buffer.ByteArrayBufferFactory;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.body.ByteBodyFactory;

/** Finds the factory whose buffers the body of a response is written to. Thread-safe. */
public interface BodyFactories {

    /** Writes to buffers on the heap, for any server. */
    BodyFactories ANY = new BodyFactories() {

        private final ByteBodyFactory heap = ByteBodyFactory.createDefault(ByteArrayBufferFactory.INSTANCE);

        @Override
        public ByteBodyFactory of(HttpRequest<?> request) {
            return heap;
        }
    };

    /**
     * Returns the factory that the server itself would use.
     *
     * @param request the request
     * @return the factory; whoever gets a body from it closes the body
     */
    ByteBodyFactory of(HttpRequest<?> request);
}
