package io.httpcached.server.store;

import io.httpcached.core.LiteralParts;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;

/**
 * The paths that entries can have: those of the cached routes. An invalidation of any other path has no effect, so it need not
 * reach a store. Until the routes are known, an entry can have any path. Thread-safe.
 */
@Singleton
public final class CachedPaths {

    private static final List<LiteralParts> ANY = List.of(LiteralParts.of("{+any}"));

    private volatile List<LiteralParts> templates = ANY;

    /**
     * Sets the cached routes.
     *
     * @param uriTemplates the URI templates of all cached routes, including the context path
     */
    public void set(Collection<String> uriTemplates) {
        templates = uriTemplates.stream().distinct().map(LiteralParts::of).toList();
    }

    /**
     * Returns whether an entry may have a path.
     *
     * @param path a decoded path including the context path
     * @return false if no cached route matches the path
     */
    public boolean mayHaveEntries(String path) {
        for (LiteralParts template : templates) {
            if (template.mayMatch(path)) {
                return true;
            }
        }
        return false;
    }
}
