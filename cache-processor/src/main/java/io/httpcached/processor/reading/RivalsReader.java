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
                        inherited(method))
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

    /** What a method inherits is no rival of what it declares itself, which replaces it. */
    private static Stream<Rivals> inherited(MethodElement method) {
        AnnotationMetadata metadata = method.getMethodAnnotationMetadata();
        if (!metadata.hasStereotype(HTTP_CACHED) || metadata.hasDeclaredStereotype(HTTP_CACHED)) {
            return Stream.empty();
        }
        List<ClassElement> declaring = method.getOverriddenMethods().stream()
                .filter(overridden -> overridden.getMethodAnnotationMetadata().hasDeclaredStereotype(HTTP_CACHED))
                .map(MethodElement::getDeclaringType)
                .toList();
        Stream<ClassElement> closest = declaring.stream().filter(type -> declaring.stream()
                .noneMatch(other -> !other.getName().equals(type.getName()) && other.isAssignable(type)));
        return rivals(closest.map(type -> "HttpCached of " + TypeNames.simple(type.getName())), method);
    }

    private static Stream<Rivals> rivals(Stream<String> names, Element element) {
        List<String> sorted = names.sorted().toList();
        return sorted.size() < 2 ? Stream.empty() : Stream.of(new Rivals(sorted, element));
    }
}
