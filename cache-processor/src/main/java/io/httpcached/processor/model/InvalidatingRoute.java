package io.httpcached.processor.model;

import io.micronaut.inject.ast.Element;
import java.util.List;

/**
 * One method that evicts when it has succeeded.
 *
 * @param method the name of the method
 * @param httpMethods the HTTP methods it is mapped to; at least one
 * @param uris the URI templates it is mapped to
 * @param parameters its parameters, which make no key and may be anything
 * @param evictions what it evicts, in the order of declaration; at least one
 * @param cached whether a policy applies to the method, too
 * @param origin the method
 */
public record InvalidatingRoute(
        String method,
        List<String> httpMethods,
        UriTemplates uris,
        List<Parameter> parameters,
        List<Eviction> evictions,
        boolean cached,
        Element origin)
        implements RouteMethod {

    /** Copies the lists. */
    public InvalidatingRoute {
        httpMethods = List.copyOf(httpMethods);
        parameters = List.copyOf(parameters);
        evictions = List.copyOf(evictions);
    }
}
