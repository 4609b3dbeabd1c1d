package io.httpcached.server.request;

import io.micronaut.core.convert.ConversionService;
import io.micronaut.http.CaseInsensitiveMutableHttpHeaders;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpRequestWrapper;
import io.micronaut.http.MutableHttpHeaders;
import io.micronaut.http.MutableHttpParameters;
import io.micronaut.http.MutableHttpRequest;
import java.net.URI;

/**
 * A wrapped request with header fields of its own.
 *
 * @param <B> the type of the body
 */
abstract class RequestWithHeaders<B> extends HttpRequestWrapper<B> {

    private final MutableHttpHeaders headers;

    RequestWithHeaders(HttpRequest<B> request, MutableHttpHeaders headers) {
        super(request);
        this.headers = headers;
    }

    /** Returns an exact copy; the fields were validated when they were received. */
    static MutableHttpHeaders copy(HttpHeaders original) {
        MutableHttpHeaders copy = new CaseInsensitiveMutableHttpHeaders(false, ConversionService.SHARED);
        original.forEachValue(copy::add);
        return copy;
    }

    @Override
    public MutableHttpHeaders getHeaders() {
        return headers;
    }

    /** Returns the URI, for a mutable form of this request. */
    URI target() {
        return getUri();
    }

    /** Returns the parameters of a mutable form of this request as its reader sees them. */
    MutableHttpParameters observed(MutableHttpParameters parameters) {
        return parameters;
    }

    /** Filters that change a request, and handlers that forward it to another server, mutate it. */
    @Override
    public MutableHttpRequest<B> mutate() {
        return new MutableRequest<>(this);
    }
}
