package io.httpcached.processor.model;

import io.micronaut.inject.ast.Element;
import java.util.List;

/** A method of a controller that requests are routed to and that code is generated for. */
public sealed interface RouteMethod permits CachedRoute, InvalidatingRoute {

    /** {@return the name of the method} */
    String method();

    /** {@return the HTTP methods it is mapped to; at least one} */
    List<String> httpMethods();

    /** {@return the URI templates it is mapped to} */
    UriTemplates uris();

    /** {@return its parameters} */
    List<Parameter> parameters();

    /** {@return the method in the source} */
    Element origin();
}
