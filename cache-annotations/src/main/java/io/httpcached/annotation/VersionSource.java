package io.httpcached.annotation;

import io.micronaut.http.HttpRequest;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Knows, at less cost than making the response, which version of it a route would give now: a row's version column, a
 * modification date, the number of the last change. A bean of a class that {@code @HttpCached(version = …)} names.
 *
 * <p>The cache asks it before it calls the handler. While the version is the one that is stored, or the one that the client
 * has, the handler does not run (RFC 9111 §4.3, RFC 9110 §13). The entity tag is made of the version and of what selects
 * the response, so that one version may serve many representations.
 *
 * <p>Implementations are thread-safe and do not block the calling thread, which may be an event loop.
 */
@FunctionalInterface
public interface VersionSource {

    /**
     * Tells the present version.
     *
     * @param request the request
     * @param pathVariables the decoded path variables, by name
     * @return any text that changes whenever the response would; empty when it is not known, then the handler is asked
     */
    CompletionStage<Optional<String>> version(HttpRequest<?> request, Map<String, Object> pathVariables);
}
