package io.httpcached.processor.model;

import io.micronaut.inject.ast.Element;
import java.util.List;

/**
 * One method that changes something and invalidates nothing beyond its own path.
 *
 * @param method the name of the method
 * @param httpMethods the unsafe HTTP methods it is mapped to; at least one
 * @param uris the URI templates it is mapped to
 * @param origin the method
 */
public record UnsafeRoute(String method, List<String> httpMethods, UriTemplates uris, Element origin) {

    /** Copies the list. */
    public UnsafeRoute {
        httpMethods = List.copyOf(httpMethods);
    }
}
