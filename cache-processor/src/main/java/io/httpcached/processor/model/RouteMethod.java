package io.httpcached.processor.model;

import io.httpcached.processor.model.Binding.Place;
import io.httpcached.processor.model.Binding.Source;
import io.micronaut.inject.ast.Element;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A route of a controller. */
public sealed interface RouteMethod permits CachedRoute, InvalidatingRoute, UnsafeRoute {

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

    /** {@return the paths that requests of the route can have without an error} */
    default List<PathPattern> paths() {
        return uris().paths(this::acceptedAsVariable);
    }

    /**
     * {@return the parameter that receives a variable of the path}
     *
     * @param variable the name of the variable
     */
    default Optional<Parameter> parameterOf(String variable) {
        Source source = new Source(Place.PATH, variable);
        return parameters().stream()
                .filter(parameter -> parameter.input().binding() instanceof Binding.Value value
                        && value.sources().contains(source))
                .findFirst();
    }

    /**
     * {@return a regular expression for the values of a parameter}
     *
     * @param name the name of the parameter in the source
     */
    default String acceptedAsParameter(String name) {
        return parameters().stream()
                .filter(parameter -> parameter.name().equals(name))
                .findFirst()
                .map(Parameter::accepted)
                .orElse(TagPattern.ANY);
    }

    private String acceptedAsVariable(String name) {
        return parameterOf(name).map(Parameter::accepted).orElse(TagPattern.ANY);
    }

    /** {@return the method in the source} */
    Element origin();
}
