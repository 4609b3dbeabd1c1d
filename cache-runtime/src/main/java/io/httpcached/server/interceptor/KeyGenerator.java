package io.httpcached.server.interceptor;

import io.micronaut.core.annotation.Internal;

/** Writes what tells one entry of a route from another. Generated; stateless and thread-safe. */
@Internal
@FunctionalInterface
public interface KeyGenerator {

    /** The recipe of a route that answers all requests alike. */
    KeyGenerator NONE = key -> {};

    /**
     * Writes the parts of the key of one request, always the same parts in the same order.
     *
     * @param key receives the parts
     */
    void write(KeyWriter key);
}
