package io.httpcached.server.body;

import io.httpcached.core.Fields;
import io.micronaut.http.HttpRequest;
import io.micronaut.web.router.RouteMatch;
import org.jspecify.annotations.Nullable;

/**
 * The whole response of which the cache sends a form: itself, a range of it, or 304.
 *
 * @param request the request
 * @param route the match of the route
 * @param status the status code
 * @param fields the header fields, without a content coding of the cache
 * @param body the encoded body, without a content coding of the cache, which must not be modified
 * @param object the object that the handler returned for this request, or null if another run created the body
 * @param stored whether the response is in the store
 * @param policyLifetime whether the lifetime of the response comes from the policy
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; a copy would cost each hit the length of its body
public record Representation(
        HttpRequest<?> request,
        RouteMatch<?> route,
        int status,
        Fields fields,
        byte[] body,
        @Nullable Object object,
        boolean stored,
        boolean policyLifetime) {}
