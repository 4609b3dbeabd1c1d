package io.httpcached.processor.reading;

import io.httpcached.annotation.HttpCached;
import io.httpcached.processor.model.ConflictingPolicies;
import io.micronaut.core.annotation.AnnotationMetadata;
import io.micronaut.inject.ast.ClassElement;
import io.micronaut.inject.ast.Element;
import io.micronaut.inject.ast.MethodElement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds the elements with more than one policy: from {@code @HttpCached}, from annotations that are annotated with it, or
 * inherited from several types.
 */
final class ConflictingPolicyReader {

    private static final String HTTP_CACHED = HttpCached.class.getName();

    private ConflictingPolicyReader() {}

    static List<ConflictingPolicies> read(ClassElement controller, MethodElement method) {
        return Stream.of(
                        declared(method.getMethodAnnotationMetadata(), method),
                        declared(controller.getAnnotationMetadata(), controller),
                        inherited(method),
                        inherited(controller))
                .flatMap(conflicts -> conflicts)
                .toList();
    }

    private static Stream<ConflictingPolicies> declared(AnnotationMetadata metadata, Element element) {
        Set<String> names = new HashSet<>(metadata.getDeclaredAnnotationNamesByStereotype(HTTP_CACHED));
        if (metadata.hasDeclaredAnnotation(HTTP_CACHED)) {
            names.add(HTTP_CACHED);
        }
        return conflicts(names.stream().map(TypeNames::simple), element);
    }

    private static Stream<ConflictingPolicies> inherited(MethodElement method) {
        return isInherited(method.getMethodAnnotationMetadata())
                ? inherited(
                        method,
                        method.getOverriddenMethods().stream()
                                .filter(overridden ->
                                        overridden.getMethodAnnotationMetadata().hasDeclaredStereotype(HTTP_CACHED))
                                .map(MethodElement::getDeclaringType))
                : Stream.empty();
    }

    private static Stream<ConflictingPolicies> inherited(ClassElement controller) {
        return isInherited(controller.getAnnotationMetadata())
                ? inherited(controller, supertypes(controller).filter(type -> type.hasDeclaredStereotype(HTTP_CACHED)))
                : Stream.empty();
    }

    /** A declared policy replaces the inherited ones, so these do not conflict with it. */
    private static boolean isInherited(AnnotationMetadata metadata) {
        return metadata.hasStereotype(HTTP_CACHED) && !metadata.hasDeclaredStereotype(HTTP_CACHED);
    }

    /** The policy of a type replaces the policies of its supertypes. */
    private static Stream<ConflictingPolicies> inherited(Element element, Stream<ClassElement> from) {
        List<ClassElement> declaring = from.toList();
        Stream<String> nearest = declaring.stream()
                .filter(type -> declaring.stream()
                        .noneMatch(other -> !other.getName().equals(type.getName()) && other.isAssignable(type)))
                .map(ClassElement::getName)
                .distinct();
        return conflicts(nearest.map(type -> "HttpCached of " + TypeNames.simple(type)), element);
    }

    private static Stream<ClassElement> supertypes(ClassElement type) {
        return Stream.concat(type.getSuperType().stream(), type.getInterfaces().stream())
                .flatMap(parent -> Stream.concat(Stream.of(parent), supertypes(parent)));
    }

    private static Stream<ConflictingPolicies> conflicts(Stream<String> names, Element element) {
        List<String> sorted = names.sorted().toList();
        return sorted.size() < 2 ? Stream.empty() : Stream.of(new ConflictingPolicies(sorted, element));
    }
}
