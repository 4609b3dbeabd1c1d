package io.httpcached;

import java.util.Collection;
import java.util.List;

/**
 * Collects tags that are known only when the handler runs, such as one tag for each product of a list. A controller method
 * declares a parameter of this type and adds tags to it; they have the same effect as tags in {@code @HttpCached(tags = …)}.
 * On a route that is not cached, they have no effect.
 *
 * <p>An instance belongs to one request. Thread-safe.
 */
public interface CacheTags {

    /**
     * Adds tags to the response.
     *
     * @param tags the tags with their values filled in, such as {@code product:42}; {@link TagText} lists the text of each type
     * @throws IllegalArgumentException if a tag is blank
     */
    void add(Collection<String> tags);

    /**
     * Adds tags to the response.
     *
     * @param tags the tags with their values filled in, such as {@code product:42}; {@link TagText} lists the text of each type
     * @throws IllegalArgumentException if a tag is blank
     */
    default void add(String... tags) {
        add(List.of(tags));
    }
}
