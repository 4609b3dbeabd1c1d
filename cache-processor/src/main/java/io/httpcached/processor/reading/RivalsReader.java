package io.httpcached.processor.reading;

import io.httpcached.annotation.HttpCached;
import io.httpcached.processor.model.Rivals;
import io.micronaut.core.annotation.AnnotationMetadata;
import io.micronaut.inject.ast.ClassElement;
import io.micronaut.inject.ast.Element;
import io.micronaut.inject.ast.MethodElement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds elements with more than one policy: the annotation itself, annotations that carry it, or what is inherited from
 * several sides.
 */
final class RivalsReader {

    private static final String HTTP_CACHED = HttpCached.class.getName();

    private RivalsReader() {}

    static List<Rivals> read(ClassElement controller, MethodElement method) {
        return Stream.of(
                        declared(method.getMethodAnnotationMetadata(), method),
                        declared(controller.getAnnotationMetadata(), controller),
                        inherited(method),
                        inherited(controller))
                .flatMap(rivals -> rivals)
                .toList();
    }

    private static Stream<Rivals> declared(AnnotationMetadata metadata, Element element) {
        Set<String> names = new HashSet<>(metadata.getDeclaredAnnotationNamesByStereotype(HTTP_CACHED));
        if (metadata.hasDeclaredAnnotation(HTTP_CACHED)) {
            names.add(HTTP_CACHED);
        }
        return rivals(names.stream().map(TypeNames::simple), element);
    }

    private static Stream<Rivals> inherited(MethodElement method) {
        return isInherited(method.getMethodAnnotationMetadata())
                ? inherited(
                        method,
                        method.getOverriddenMethods().stream()
                                .filter(overridden ->
                                        overridden.getMethodAnnotationMetadata().hasDeclaredStereotype(HTTP_CACHED))
                                .map(MethodElement::getDeclaringType))
                : Stream.empty();
    }

    private static Stream<Rivals> inherited(ClassElement controller) {
        return isInherited(controller.getAnnotationMetadata())
                ? inherited(controller, supertypes(controller).filter(type -> type.hasDeclaredStereotype(HTTP_CACHED)))
                : Stream.empty();
    }

    /** What an element inherits is no rival of what it declares itself, which replaces it. */
    private static boolean isInherited(AnnotationMetadata metadata) {
        return metadata.hasStereotype(HTTP_CACHED) && !metadata.hasDeclaredStereotype(HTTP_CACHED);
    }

    /** A type's policy replaces those of the types that it extends, too. */
    private static Stream<Rivals> inherited(Element element, Stream<ClassElement> from) {
        List<ClassElement> declaring = from.toList();
        Stream<String> closest = declaring.stream()
                .filter(type -> declaring.stream()
                        .noneMatch(other -> !other.getName().equals(type.getName()) && other.isAssignable(type)))
                .map(ClassElement::getName)
                .distinct();
        return rivals(closest.map(type -> "HttpCached of " + TypeNames.simple(type)), element);
    }

    private static Stream<ClassElement> supertypes(ClassElement type) {
        return Stream.concat(type.getSuperType().stream(), type.getInterfaces().stream())
                .flatMap(parent -> Stream.concat(Stream.of(parent), supertypes(parent)));
    }

    private static Stream<Rivals> rivals(Stream<String> names, Element element) {
        List<String> sorted = names.sorted().toList();
        return sorted.size() < 2 ? Stream.empty() : Stream.of(new Rivals(sorted, element));
    }
}
