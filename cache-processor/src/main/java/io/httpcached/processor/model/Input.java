package io.httpcached.processor.model;

import io.micronaut.inject.ast.Element;
import java.util.stream.Stream;

/**
 * A value that a route receives: a parameter, or a field of a bean that is bound field by field.
 *
 * @param name the name in the source; a field is named {@code parameter.field}
 * @param binding the source of the value
 * @param bounded whether its type or a constraint limits the values that a client can send
 * @param nullable whether the value may be absent
 * @param origin the parameter in the source
 */
public record Input(String name, Binding binding, boolean bounded, boolean nullable, Element origin) {

    /** {@return this input, or the inputs of the fields if it is a bean that is bound field by field} */
    Stream<Input> flatten() {
        return binding instanceof Binding.Fields fields ? fields.fields().stream() : Stream.of(this);
    }
}
