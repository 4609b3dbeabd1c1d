package io.httpcached.server;

import io.httpcached.core.Fields;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpRequestWrapper;
import io.micronaut.http.MutableHttpHeaders;

/** A request as its handler is to see it: with other conditions than the client sent. */
final class ConditionalRequest<B> extends HttpRequestWrapper<B> {

    private final HttpHeaders headers;

    ConditionalRequest(HttpRequest<B> request, Fields conditions) {
        super(request);
        MutableHttpHeaders own = CopiedHeaders.of(request.getHeaders());
        own.remove("If-None-Match");
        own.remove("If-Modified-Since");
        for (int i = 0; i < conditions.size(); i++) {
            own.add(conditions.name(i), conditions.value(i));
        }
        this.headers = own;
    }

    @Override
    public HttpHeaders getHeaders() {
        return headers;
    }
}
