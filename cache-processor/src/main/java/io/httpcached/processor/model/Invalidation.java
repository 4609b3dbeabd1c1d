package io.httpcached.processor.model;

import java.util.List;

/**
 * One {@code @HttpCacheInvalidate}.
 *
 * @param tags see {@code HttpCacheInvalidate#tags}
 * @param paths see {@code HttpCacheInvalidate#paths}
 * @param namespace see {@code HttpCacheInvalidate#namespace}; empty when not set
 * @param soft see {@code HttpCacheInvalidate#soft}
 */
public record Invalidation(List<TagTemplate> tags, List<TagTemplate> paths, String namespace, boolean soft) {

    /** Copies the lists. */
    public Invalidation {
        tags = List.copyOf(tags);
        paths = List.copyOf(paths);
    }

    /** {@return whether it has neither tags nor paths nor a namespace} */
    public boolean isEmpty() {
        return tags.isEmpty() && paths.isEmpty() && namespace.isBlank();
    }
}
