package io.httpcached.processor.reading;

import io.micronaut.core.annotation.AnnotationMetadata;
import io.micronaut.inject.ast.ClassElement;
import io.micronaut.inject.ast.TypedElement;

/**
 * Tells whether a client can give a parameter whatever text it likes.
 *
 * <p>Only texts count: a number may take very many values, too, but to warn of each would be to warn of nearly every route.
 * A constraint shows that what may come has been thought about; how tight it is, nobody can tell. What breaks it is an
 * error, and errors are not stored.
 */
final class Bounds {

    private static final String CONSTRAINT = "jakarta.validation.Constraint";
    private static final String STANDARD = "jakarta.validation.constraints.";
    private static final String SIZE = STANDARD + "Size";
    private static final String PATTERN = STANDARD + "Pattern";

    private Bounds() {}

    /** {@return whether the type of an element, or a constraint, limits its values} */
    static boolean limit(TypedElement element) {
        ClassElement text = single(element.getGenericType());
        return !isText(text) || isConstrained(element) || isConstrained(text);
    }

    private static ClassElement single(ClassElement type) {
        if (type.isArray()) {
            return type.fromArray();
        }
        boolean container = type.isOptional() || SimpleTypes.isCollection(type);
        return container ? type.getFirstTypeArgument().map(Bounds::single).orElse(type) : type;
    }

    /** A collection that does not say what it holds is given texts. */
    private static boolean isText(ClassElement type) {
        return SimpleTypes.isText(type)
                || SimpleTypes.isCollection(type)
                || type.getName().equals("java.lang.Object");
    }

    /** Of the standard constraints few bound a text; one of the application is taken to know what it allows. */
    private static boolean isConstrained(AnnotationMetadata metadata) {
        return !metadata.getAnnotationValuesByName(PATTERN).isEmpty()
                || metadata.getAnnotationValuesByName(SIZE).stream()
                        .anyMatch(size -> size.intValue("max").orElse(Integer.MAX_VALUE) < Integer.MAX_VALUE)
                || metadata.getAnnotationNamesByStereotype(CONSTRAINT).stream()
                        .anyMatch(constraint -> !constraint.startsWith(STANDARD));
    }
}
