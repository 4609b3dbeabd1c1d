package io.httpcached.processor.reading;

import io.micronaut.core.annotation.AnnotationMetadata;
import io.micronaut.inject.ast.ClassElement;
import io.micronaut.inject.ast.TypedElement;

/**
 * Determines whether a type or a constraint limits the values of a parameter.
 *
 * <p>Only text is unlimited. Numbers can have many values too, but a warning for each number would affect almost every
 * route. Any constraint counts as a limit, however wide it is: a value that violates it leads to an error response, which is
 * not stored.
 */
final class ValueLimits {

    private static final String CONSTRAINT = "jakarta.validation.Constraint";
    private static final String STANDARD = "jakarta.validation.constraints.";
    private static final String SIZE = STANDARD + "Size";
    private static final String PATTERN = STANDARD + "Pattern";

    private ValueLimits() {}

    /** {@return whether the type or a constraint limits the values of an element} */
    static boolean isLimited(TypedElement element) {
        ClassElement text = single(element.getGenericType());
        return !isText(text) || isConstrained(element) || isConstrained(text);
    }

    private static ClassElement single(ClassElement type) {
        if (type.isArray()) {
            return type.fromArray();
        }
        boolean container = type.isOptional() || SimpleTypes.isCollection(type);
        return container ? type.getFirstTypeArgument().map(ValueLimits::single).orElse(type) : type;
    }

    /** A collection without an element type contains texts. */
    private static boolean isText(ClassElement type) {
        return SimpleTypes.isText(type)
                || SimpleTypes.isCollection(type)
                || type.getName().equals("java.lang.Object");
    }

    /** Few of the standard constraints limit a text. A constraint of the application is assumed to do so. */
    private static boolean isConstrained(AnnotationMetadata metadata) {
        return !metadata.getAnnotationValuesByName(PATTERN).isEmpty()
                || metadata.getAnnotationValuesByName(SIZE).stream()
                        .anyMatch(size -> size.intValue("max").orElse(Integer.MAX_VALUE) < Integer.MAX_VALUE)
                || metadata.getAnnotationNamesByStereotype(CONSTRAINT).stream()
                        .anyMatch(constraint -> !constraint.startsWith(STANDARD));
    }
}
