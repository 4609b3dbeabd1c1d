package io.httpcached.annotation;

import io.micronaut.http.HttpRequest;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Returns the current version of a response at a lower cost than the handler: the version column of a row, a modification
 * date, a revision number. {@code @HttpCached(version = StockVersions.class)} names the class of the bean:
 *
 * <pre>{@code
 * @Singleton
 * class StockVersions implements VersionSource {
 *
 *     @Override
 *     public CompletionStage<Optional<String>> version(HttpRequest<?> request, Map<String, Object> pathVariables) {
 *         return stock.revision(pathVariables.get("id").toString());
 *     }
 * }
 * }</pre>
 *
 * <p>The cache calls it before the handler. If the stored response or the client already has the current version, the
 * handler does not run (RFC 9111 §4.3, RFC 9110 §13). The entity tag is derived from the version and from the request values
 * that select the response, so the representations of one resource may share a version.
 *
 * <p>Implementations must be thread-safe and must not block the calling thread, which may be an event loop.
 */
@FunctionalInterface
public interface VersionSource {

    /**
     * Returns the current version of the response to a request.
     *
     * @param request the request
     * @param pathVariables the decoded path variables, by name
     * @return a text that changes whenever the response changes; empty if the version is unknown, in which case the handler
     *     runs
     */
    CompletionStage<Optional<String>> version(HttpRequest<?> request, Map<String, Object> pathVariables);

    /** The default of {@link HttpCached#version}: the route has no version source. Cannot be instantiated. */
    final class None implements VersionSource {

        private None() {}

        @Override
        public CompletionStage<Optional<String>> version(HttpRequest<?> request, Map<String, Object> pathVariables) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
    }
}
