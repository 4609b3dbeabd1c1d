package io.httpcached.processor.model;

import io.micronaut.inject.ast.Element;
import java.util.stream.Stream;

/**
 * Something of the request that a route is given: a parameter, or a field of a bean that a parameter binds.
 *
 * @param name the name in the source; of a field, behind the name of its parameter and a dot
 * @param binding where the value comes from
 * @param bounded whether its type, or a constraint, leaves a client less than any text
 * @param origin the parameter in the source
 */
public record Input(String name, Binding binding, boolean bounded, Element origin) {

    /** {@return this input, or if it stands for a bean, the inputs of its fields} */
    Stream<Input> flatten() {
        return binding instanceof Binding.Fields fields ? fields.fields().stream() : Stream.of(this);
    }
}
