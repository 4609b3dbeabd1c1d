package io.httpcached.processor.reading;

import static io.httpcached.processor.reading.MicronautNames.CLIENT;

import io.httpcached.annotation.HttpCached;
import io.httpcached.processor.model.Misplaced;
import io.httpcached.processor.model.Misplaced.Annotation;
import io.micronaut.core.annotation.AnnotationMetadata;
import io.micronaut.inject.ast.ClassElement;
import io.micronaut.inject.ast.ElementQuery;
import io.micronaut.inject.ast.MethodElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Finds annotations that would be without effect. Abstract classes and interfaces are left in peace: what they declare is
 * judged where a controller inherits it.
 */
final class PlaceReader {

    private final ClassElement type;
    private final boolean controller;

    /**
     * Reads one class.
     *
     * @param type any class
     * @param controller whether it is a controller
     */
    PlaceReader(ClassElement type, boolean controller) {
        this.type = type;
        this.controller = controller;
    }

    /**
     * {@return what is misplaced in the class}
     *
     * @param cached whether any route of it is cached
     */
    List<Misplaced> read(boolean cached) {
        if ((type.isAbstract() || type.isInterface()) && !isClient()) {
            return List.of();
        }
        List<Misplaced> misplaced = new ArrayList<>();
        if (type.hasDeclaredStereotype(HttpCached.class) && !cached) {
            misplaced.add(new Misplaced(Annotation.CACHED, "a class without a GET route", type));
        }
        add(Annotation.CACHED, metadata -> metadata.hasDeclaredStereotype(HttpCached.class), misplaced);
        add(Annotation.INVALIDATE, InvalidationReader::isDeclaredOn, misplaced);
        return misplaced;
    }

    private void add(Annotation annotation, Predicate<AnnotationMetadata> carries, List<Misplaced> misplaced) {
        ElementQuery<MethodElement> annotated =
                ElementQuery.ALL_METHODS.onlyDeclared().annotated(carries);
        for (MethodElement method : type.getEnclosedElements(annotated)) {
            what(method).ifPresent(what -> misplaced.add(new Misplaced(annotation, what, method)));
        }
    }

    private Optional<String> what(MethodElement method) {
        if (isClient()) {
            return Optional.of("a method of a client");
        }
        if (!controller || !RouteReader.isRoute(method)) {
            return Optional.of("a method that is no route");
        }
        return method.isStatic() ? Optional.of("a static method, which is no route") : Optional.empty();
    }

    private boolean isClient() {
        return type.hasStereotype(CLIENT);
    }
}
