package io.httpcached.server.request;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpRequestWrapper;
import io.micronaut.http.MutableHttpRequest;
import java.util.Optional;

/**
 * A request behind the cache with the body that the server has bound for its handler. Everything else is that of the request, so
 * what is read of it is reported.
 *
 * @param <B> the type of the body
 */
public final class RequestWithBody<B> extends HttpRequestWrapper<B> {

    private final HttpRequest<B> bound;

    /**
     * Adds a body to a request.
     *
     * @param request the request behind the cache
     * @param bound the same request as the server has bound it, with its body
     */
    public RequestWithBody(HttpRequest<B> request, HttpRequest<B> bound) {
        super(request);
        this.bound = bound;
    }

    @Override
    public Optional<B> getBody() {
        return bound.getBody();
    }

    @Override
    public MutableHttpRequest<B> mutate() {
        return getDelegate().mutate();
    }

    @Override
    public MutableHttpRequest<B> toMutableRequest() {
        return getDelegate().toMutableRequest();
    }
}
