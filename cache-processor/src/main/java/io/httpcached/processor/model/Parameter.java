package io.httpcached.processor.model;

import com.palantir.javapoet.TypeName;

/**
 * A parameter of a route.
 *
 * @param input what it is given
 * @param type the erased type, which tells methods apart at run time: with what the controller puts for a type variable
 * @param sourceType the erased type as the method declares it, by which documentation refers to the method
 * @param accessible whether a class in the package of the controller may name the type
 * @param deprecated whether the type is deprecated
 */
public record Parameter(Input input, TypeName type, TypeName sourceType, boolean accessible, boolean deprecated) {

    /** {@return the name in the source} */
    public String name() {
        return input.name();
    }

    /**
     * {@return the same parameter, given something else}
     *
     * @param binding where the value comes from
     */
    public Parameter boundTo(Binding binding) {
        return new Parameter(
                new Input(input.name(), binding, input.bounded(), input.origin()),
                type,
                sourceType,
                accessible,
                deprecated);
    }
}
