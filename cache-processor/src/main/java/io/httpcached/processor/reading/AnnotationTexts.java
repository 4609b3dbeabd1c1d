package io.httpcached.processor.reading;

import io.micronaut.core.annotation.AnnotationValue;
import io.micronaut.core.expressions.EvaluatedExpressionReference;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the texts of annotations as they are written. Micronaut replaces a text that contains an expression
 * (<code>#{…}</code>) by a reference to generated code.
 */
final class AnnotationTexts {

    private AnnotationTexts() {}

    /** {@return the text of a member; empty if it is not set} */
    static Optional<String> text(AnnotationValue<?> annotation, String member) {
        return expression(annotation, member).map(Object::toString).or(() -> annotation.stringValue(member));
    }

    /** {@return the texts of a member; none if it is not set} */
    static List<String> texts(AnnotationValue<?> annotation, String member) {
        return expression(annotation, member)
                .map(written -> written instanceof String[] texts ? List.of(texts) : List.of(written.toString()))
                .orElseGet(() -> List.of(annotation.stringValues(member)));
    }

    /** Returns the value of a member as it is written, if it contains an expression. */
    private static Optional<Object> expression(AnnotationValue<?> annotation, String member) {
        return annotation.getValues().entrySet().stream()
                .filter(value -> value.getKey().toString().equals(member))
                .map(Map.Entry::getValue)
                .filter(EvaluatedExpressionReference.class::isInstance)
                .map(reference -> ((EvaluatedExpressionReference) reference).annotationValue())
                .findFirst();
    }
}
