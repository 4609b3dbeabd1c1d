package io.httpcached.server.request;

import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpHeaders;

/**
 * A wrapped request that asks for the response to GET, which is the one that is stored, even where the client sent
 * HEAD.
 *
 * @param <B> the type of the body
 */
abstract class GetRequest<B> extends RequestWithHeaders<B> {

    GetRequest(HttpRequest<B> request, MutableHttpHeaders headers) {
        super(request, headers);
    }

    @Override
    public HttpMethod getMethod() {
        return HttpMethod.GET;
    }

    @Override
    public String getMethodName() {
        return HttpMethod.GET.name();
    }
}
