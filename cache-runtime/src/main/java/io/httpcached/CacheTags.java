package io.httpcached;

import java.util.Collection;
import java.util.List;

/**
 * Takes tags that only the result of a handler tells, such as one for each product of a list. A controller method
 * declares a parameter of this type and adds tags while it runs; they count as those of {@code @HttpCached(tags = …)}. On
 * a route that is not cached, they come to nothing.
 *
 * <p>Belongs to one request. Thread-safe.
 */
public interface CacheTags {

    /**
     * Adds tags to the response.
     *
     * @param tags tags with their values filled in, such as {@code product:42}
     * @throws IllegalArgumentException if one is blank
     */
    void add(Collection<String> tags);

    /**
     * Adds tags to the response.
     *
     * @param tags tags with their values filled in, such as {@code product:42}
     * @throws IllegalArgumentException if one is blank
     */
    default void add(String... tags) {
        add(List.of(tags));
    }
}
