package io.httpcached.server.route;

import io.micronaut.core.annotation.Internal;

/** Writes the tags of a route's entries. Generated; stateless and thread-safe. */
@Internal
@FunctionalInterface
public interface TagRecipe {

    /** The recipe of a route without tags. */
    TagRecipe NONE = tags -> {};

    /**
     * Writes the tags of one request.
     *
     * @param tags receives the tags
     */
    void write(TagWriter tags);
}
