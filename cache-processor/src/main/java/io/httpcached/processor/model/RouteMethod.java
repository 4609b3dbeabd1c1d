package io.httpcached.processor.model;

import io.micronaut.inject.ast.Element;
import java.util.List;
import java.util.stream.Stream;

/** A route for which code is generated. */
public sealed interface RouteMethod permits CachedRoute, InvalidatingRoute {

    /** {@return the name of the method} */
    String method();

    /** {@return the HTTP methods it is mapped to; at least one} */
    List<String> httpMethods();

    /** {@return the URI templates it is mapped to} */
    UriTemplates uris();

    /** {@return its parameters} */
    List<Parameter> parameters();

    /** {@return the values that it receives; beans that are bound field by field are replaced by their fields} */
    default Stream<Input> inputs() {
        return parameters().stream().map(Parameter::input).flatMap(Input::flatten);
    }

    /** {@return whether it takes the authenticated user} */
    default boolean takesUser() {
        return inputs().anyMatch(input -> input.binding() instanceof Binding.User);
    }

    /** {@return the method in the source} */
    Element origin();
}
