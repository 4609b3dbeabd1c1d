package io.httpcached.server.request;

import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpHeaders;

/**
 * A wrapped request that asks for the response to GET, which is the one that is stored, even where the client sent
 * HEAD. A request that is cached by its content keeps its method.
 *
 * @param <B> the type of the body
 */
abstract class GetRequest<B> extends RequestWithHeaders<B> {

    GetRequest(HttpRequest<B> request, MutableHttpHeaders headers) {
        super(request, headers);
    }

    @Override
    public HttpMethod getMethod() {
        HttpMethod method = super.getMethod();
        return method == HttpMethod.POST || method == HttpMethod.CUSTOM ? method : HttpMethod.GET;
    }

    /** The name of GET may be spelled in lower case. */
    @Override
    public String getMethodName() {
        return getMethod() == HttpMethod.CUSTOM
                ? super.getMethodName()
                : getMethod().name();
    }
}
