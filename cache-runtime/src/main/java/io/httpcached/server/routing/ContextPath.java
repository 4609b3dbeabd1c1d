package io.httpcached.server.routing;

import io.micronaut.http.context.ServerContextPathProvider;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** The context path of the server, which paths in annotations do not contain. */
@Singleton
public final class ContextPath {

    private final String prefix;

    ContextPath(@Nullable ServerContextPathProvider provider) {
        String configured = provider == null ? null : provider.getContextPath();
        String path = configured == null ? "" : configured;
        this.prefix = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    /**
     * Returns a path as clients send it.
     *
     * @param path a path without the context path, with a slash at its beginning
     * @return the path with the context path
     */
    public String prepend(String path) {
        return prefix + path;
    }
}
