package io.httpcached.annotation;

import io.micronaut.http.HttpRequest;

/**
 * Adds a part of its own to the key of a request: the tenant that a filter has found, the group of an experiment, the version of
 * a catalog. {@code @HttpCached(key = TenantKey.class)} names the class of the bean:
 *
 * <pre>{@code
 * @Singleton
 * class TenantKey implements KeyContributor {
 *
 *     @Override
 *     public KeyContribution contribute(HttpRequest<?> request) {
 *         return KeyContribution.of(request.getAttribute("tenant", String.class).orElse(null)).vary("X-Tenant");
 *     }
 * }
 * }</pre>
 *
 * <p>The cache calls it once for each lookup, also if the response is a hit, and again before a background refresh runs the
 * handler. Two requests that may receive each other's response must result in the same contribution. A {@code HEAD} request is
 * answered as {@code GET}, so the contribution must not depend on the method.
 *
 * <p>Implementations must be thread-safe and must not block the calling thread, which may be an event loop. If one throws an
 * exception or returns null, its request bypasses the cache, and the log has one warning for the class.
 */
@FunctionalInterface
public interface KeyContributor {

    /**
     * Returns the contribution to the key of a request.
     *
     * @param request the request as it reaches the cache, after the filters outside the cache
     * @return the contribution
     */
    KeyContribution contribute(HttpRequest<?> request);
}
