package io.httpcached.server.request;

import io.httpcached.core.Fields;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpHeaders;

/**
 * A request for a response that can be stored: it has the conditions of the cache in place of those of the client.
 *
 * @param <B> the type of the body
 */
public final class FetchRequest<B> extends GetRequest<B> {

    /**
     * Creates a request with the conditions of the cache.
     *
     * @param request the client's request
     * @param conditions the fields that validate a stored response, or none
     */
    public FetchRequest(HttpRequest<B> request, Fields conditions) {
        super(request, headers(request.getHeaders(), conditions));
    }

    private static MutableHttpHeaders headers(HttpHeaders original, Fields conditions) {
        MutableHttpHeaders headers = copy(original);
        headers.remove(HttpHeaders.IF_NONE_MATCH);
        headers.remove(HttpHeaders.IF_MODIFIED_SINCE);
        for (int i = 0; i < conditions.size(); i++) {
            headers.add(conditions.name(i), conditions.value(i));
        }
        return headers;
    }
}
