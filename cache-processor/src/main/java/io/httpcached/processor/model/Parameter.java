package io.httpcached.processor.model;

import com.palantir.javapoet.TypeName;

/**
 * A parameter of a route.
 *
 * @param input the value that it receives
 * @param type the erased type, which identifies the method at run time; a type variable is replaced by the type argument of the
 *     controller
 * @param sourceType the erased type as the method declares it, which the Javadoc reference to the method needs
 * @param accessible whether a class in the package of the controller can access the type
 * @param deprecated whether the type is deprecated
 * @param accepted a regular expression that matches each text that the server converts to the type, and possibly others
 */
public record Parameter(
        Input input, TypeName type, TypeName sourceType, boolean accessible, boolean deprecated, String accepted) {

    /** {@return the name in the source} */
    public String name() {
        return input.name();
    }

    /**
     * {@return the same parameter with another binding}
     *
     * @param binding the source of its value
     */
    public Parameter boundTo(Binding binding) {
        return new Parameter(
                new Input(input.name(), binding, input.bounded(), input.nullable(), input.origin()),
                type,
                sourceType,
                accessible,
                deprecated,
                accepted);
    }
}
