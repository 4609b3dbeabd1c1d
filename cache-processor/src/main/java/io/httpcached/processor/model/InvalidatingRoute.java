package io.httpcached.processor.model;

import io.micronaut.inject.ast.Element;
import java.util.List;

/**
 * A method with {@code @HttpCacheInvalidate}.
 *
 * @param method the name of the method
 * @param httpMethods the HTTP methods it is mapped to; at least one
 * @param uris the URI templates it is mapped to
 * @param parameters its parameters, of any kind, because they form no key
 * @param invalidations its invalidations, in the order of declaration; at least one
 * @param cached whether the method is also cached
 * @param origin the method
 */
public record InvalidatingRoute(
        String method,
        List<String> httpMethods,
        UriTemplates uris,
        List<Parameter> parameters,
        List<Invalidation> invalidations,
        boolean cached,
        Element origin)
        implements RouteMethod {

    /** Copies the lists. */
    public InvalidatingRoute {
        httpMethods = List.copyOf(httpMethods);
        parameters = List.copyOf(parameters);
        invalidations = List.copyOf(invalidations);
    }
}
