package io.httpcached.server.request;

import io.httpcached.core.Fields;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpRequestWrapper;
import io.micronaut.http.MutableHttpHeaders;
import io.micronaut.http.MutableHttpRequest;

/** A request for a response that can be stored: GET, even where the client sent HEAD, with conditions of the cache's own. */
public final class FetchRequest<B> extends HttpRequestWrapper<B> {

    private final HttpHeaders headers;

    public FetchRequest(HttpRequest<B> request, Fields conditions) {
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
    public HttpMethod getMethod() {
        return HttpMethod.GET;
    }

    @Override
    public String getMethodName() {
        return HttpMethod.GET.name();
    }

    /** Handlers make of it what they ask another server with. */
    @Override
    public MutableHttpRequest<B> mutate() {
        return toMutableRequest();
    }

    @Override
    public HttpHeaders getHeaders() {
        return headers;
    }
}
