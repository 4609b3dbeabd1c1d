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

/** Finds elements with more than one policy: the annotation itself, or annotations that carry it. */
final class RivalsReader {

    private static final String HTTP_CACHED = HttpCached.class.getName();

    private RivalsReader() {}

    static List<Rivals> read(ClassElement controller, MethodElement method) {
        return Stream.concat(
                        rivals(method.getMethodAnnotationMetadata(), method),
                        rivals(controller.getAnnotationMetadata(), controller))
                .toList();
    }

    /** What an element inherits is no rival: what it declares itself replaces it. */
    private static Stream<Rivals> rivals(AnnotationMetadata metadata, Element element) {
        Set<String> names = new HashSet<>(metadata.getDeclaredAnnotationNamesByStereotype(HTTP_CACHED));
        if (metadata.hasDeclaredAnnotation(HTTP_CACHED)) {
            names.add(HTTP_CACHED);
        }
        return names.size() < 2
                ? Stream.empty()
                : Stream.of(new Rivals(
                        names.stream().map(TypeNames::simple).sorted().toList(), element));
    }
}
