package io.httpcached.server;

import io.httpcached.core.CacheRequest;
import io.httpcached.core.FieldLines;
import io.micronaut.http.HttpRequest;

/**
 * A request of the server as the cache reads it.
 *
 * @param request the request
 * @param fields its header fields
 */
record RequestView(HttpRequest<?> request, FieldLines fields) implements CacheRequest {

    static RequestView of(HttpRequest<?> request) {
        return new RequestView(request, new HeaderLines(request.getHeaders()));
    }

    @Override
    public String method() {
        return request.getMethodName();
    }

    @Override
    public boolean hasPrincipal() {
        return request.getUserPrincipal().isPresent();
    }
}
