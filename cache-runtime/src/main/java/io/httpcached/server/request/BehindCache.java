package io.httpcached.server.request;

import io.micronaut.http.HttpRequest;

/** Finds the request that the cache received, for code that needs its body. Stateless. */
public final class BehindCache {

    private BehindCache() {}

    /**
     * Returns the request inside the wrappers of the cache. Wrappers of the application stay: they may have another body.
     *
     * @param request the request that code behind the cache received
     * @return the request without these wrappers
     */
    public static HttpRequest<?> unwrap(HttpRequest<?> request) {
        HttpRequest<?> inner = request;
        while (inner instanceof RequestWithHeaders<?> own) {
            inner = own.getDelegate();
        }
        return inner;
    }
}
