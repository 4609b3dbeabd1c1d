package io.httpcached.server.interceptor;

import io.micronaut.core.annotation.Internal;

/** Writes the tags of a route's entries. Generated; stateless and thread-safe. */
@Internal
@FunctionalInterface
public interface TagGenerator {

    /** The generator of a route without tags. */
    TagGenerator NONE = tags -> {};

    /**
     * Writes the tags of one request.
     *
     * @param tags receives the tags
     */
    void write(TagWriter tags);
}
