package io.httpcached.server.interceptor;

import io.micronaut.core.annotation.Internal;

/** Writes the key parts that distinguish the entries of a route. Generated; stateless and thread-safe. */
@Internal
@FunctionalInterface
public interface KeyGenerator {

    /** The generator of a route with one response for all requests. */
    KeyGenerator NONE = key -> {};

    /**
     * Writes the key parts of one request: always the same parts in the same order.
     *
     * @param key receives the parts
     */
    void write(KeyWriter key);
}
