package io.httpcached.processor.model;

import io.micronaut.inject.ast.Element;
import java.util.List;

/**
 * One method that invalidates when it has succeeded.
 *
 * @param method the name of the method
 * @param httpMethods the HTTP methods it is mapped to; at least one
 * @param uris the URI templates it is mapped to
 * @param parameters its parameters, which make no key and may be anything
 * @param invalidations what it invalidates, in the order of declaration; at least one
 * @param cached whether a policy applies to the method, too
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
