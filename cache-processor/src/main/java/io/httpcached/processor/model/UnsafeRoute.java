package io.httpcached.processor.model;

import io.micronaut.inject.ast.Element;
import java.util.List;

/**
 * A method for unsafe requests that has no {@code @HttpCacheInvalidate}: it invalidates its own path only.
 *
 * @param method the name of the method
 * @param httpMethods the unsafe HTTP methods it is mapped to; at least one
 * @param uris the URI templates it is mapped to
 * @param parameters its parameters, of any kind, because they form no key
 * @param inherited whether a supertype of the controller declares the method
 * @param origin the method
 */
public record UnsafeRoute(
        String method,
        List<String> httpMethods,
        UriTemplates uris,
        List<Parameter> parameters,
        boolean inherited,
        Element origin)
        implements RouteMethod {

    /** Copies the lists. */
    public UnsafeRoute {
        httpMethods = List.copyOf(httpMethods);
        parameters = List.copyOf(parameters);
    }
}
