package io.httpcached.processor.reading;

import static io.httpcached.processor.reading.MicronautNames.CLIENT;

import io.httpcached.annotation.HttpCached;
import io.httpcached.processor.model.MisplacedAnnotation;
import io.httpcached.processor.model.MisplacedAnnotation.Annotation;
import io.micronaut.core.annotation.AnnotationMetadata;
import io.micronaut.inject.ast.ClassElement;
import io.micronaut.inject.ast.ElementQuery;
import io.micronaut.inject.ast.MethodElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Finds annotations that have no effect. Abstract classes and interfaces are skipped: their annotations are checked in the
 * controllers that inherit them.
 */
final class MisplacedAnnotationReader {

    private final ClassElement type;
    private final boolean controller;

    /**
     * Creates a reader of one class.
     *
     * @param type any class
     * @param controller whether it is a controller
     */
    MisplacedAnnotationReader(ClassElement type, boolean controller) {
        this.type = type;
        this.controller = controller;
    }

    /**
     * {@return the misplaced annotations of the class}
     *
     * @param cached whether any route of it is cached
     */
    List<MisplacedAnnotation> read(boolean cached) {
        if ((type.isAbstract() || type.isInterface()) && !isClient()) {
            return List.of();
        }
        List<MisplacedAnnotation> misplaced = new ArrayList<>();
        if (type.hasDeclaredStereotype(HttpCached.class) && !cached) {
            misplaced.add(new MisplacedAnnotation(Annotation.CACHED, "a class without a GET route", type));
        }
        add(Annotation.CACHED, metadata -> metadata.hasDeclaredStereotype(HttpCached.class), misplaced);
        add(Annotation.INVALIDATE, InvalidationReader::isDeclaredOn, misplaced);
        return misplaced;
    }

    private void add(
            Annotation annotation, Predicate<AnnotationMetadata> isAnnotated, List<MisplacedAnnotation> misplaced) {
        ElementQuery<MethodElement> annotated =
                ElementQuery.ALL_METHODS.onlyDeclared().annotated(isAnnotated);
        for (MethodElement method : type.getEnclosedElements(annotated)) {
            place(method).ifPresent(place -> misplaced.add(new MisplacedAnnotation(annotation, place, method)));
        }
    }

    private Optional<String> place(MethodElement method) {
        if (isClient()) {
            return Optional.of("a method of a client");
        }
        if (!controller || !RouteReader.isRoute(method)) {
            return Optional.of("a method that is not a route");
        }
        return method.isStatic() ? Optional.of("a static method, which is not a route") : Optional.empty();
    }

    private boolean isClient() {
        return type.hasStereotype(CLIENT);
    }
}
