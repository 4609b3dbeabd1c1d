package io.httpcached.processor.reading;

import io.httpcached.annotation.CacheKeyContributor;
import io.httpcached.annotation.HttpCached;
import io.httpcached.annotation.KeyContributor;
import io.httpcached.annotation.VersionSource;
import io.httpcached.processor.model.ContributorType;
import io.httpcached.processor.model.Member;
import io.httpcached.processor.model.Policy;
import io.httpcached.processor.model.Setting;
import io.httpcached.processor.model.VersionType;
import io.micronaut.core.annotation.AnnotationMetadata;
import io.micronaut.core.annotation.AnnotationValue;
import io.micronaut.inject.ast.ClassElement;
import io.micronaut.inject.ast.Element;
import io.micronaut.inject.ast.MethodElement;
import io.micronaut.inject.visitor.VisitorContext;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Merges the annotations of a method and its controller: each member that the method sets overrides the controller's. */
final class PolicyReader {

    private static final String NO_VERSION = VersionSource.None.class.getName();

    private final VisitorContext context;
    private final Element method;
    private final Element controller;
    private final @Nullable AnnotationValue<HttpCached> onMethod;
    private final @Nullable AnnotationValue<HttpCached> onController;

    private PolicyReader(ClassElement controller, MethodElement method, VisitorContext context) {
        this.context = context;
        this.method = method;
        this.controller = controller;
        this.onMethod = annotation(method.getMethodAnnotationMetadata());
        this.onController = annotation(controller);
    }

    static Policy read(ClassElement controller, MethodElement method, VisitorContext context) {
        PolicyReader reader = new PolicyReader(controller, method, context);
        return new Policy(Member.ALL.stream().collect(Collectors.toMap(Function.identity(), reader::setting)));
    }

    private Setting<?> setting(Member<?> member) {
        return explicit(onMethod, member, method)
                .or(() -> explicit(onController, member, controller))
                .orElseGet(() -> new Setting<>(member.unset(), method, false));
    }

    private Optional<Setting<?>> explicit(
            @Nullable AnnotationValue<HttpCached> annotation, Member<?> member, Element origin) {
        return Optional.ofNullable(annotation)
                .flatMap(present -> value(present, member))
                .map(value -> new Setting<>(value, origin, true));
    }

    private Optional<?> value(AnnotationValue<HttpCached> annotation, Member<?> member) {
        String name = member.name();
        return switch (member.kind()) {
            case DURATION, TIMEOUT, SHARE, TEXT ->
                AnnotationTexts.text(annotation, name).filter(text -> !text.isEmpty());
            case CHOICE -> choice(annotation, name, ((Enum<?>) member.unset()).getDeclaringClass());
            case TEXTS -> list(annotation, name, AnnotationTexts.texts(annotation, name));
            case NUMBERS ->
                list(
                        annotation,
                        name,
                        Arrays.stream(annotation.intValues(name)).boxed().toList());
            case VERSION -> version(annotation, name);
            case CONTRIBUTORS -> list(annotation, name, contributors(annotation, name));
        };
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // The class is that of an enum constant.
    private static Optional<?> choice(AnnotationValue<HttpCached> annotation, String member, Class type) {
        return annotation.enumValue(member, type);
    }

    /** An empty list that the method sets overrides the list of the controller. */
    private static Optional<List<?>> list(AnnotationValue<HttpCached> annotation, String member, List<?> values) {
        return annotation.contains(member) ? Optional.of(values) : Optional.empty();
    }

    private Optional<VersionType> version(AnnotationValue<HttpCached> annotation, String member) {
        return annotation
                .stringValue(member)
                .filter(name -> !name.equals(NO_VERSION))
                .map(name -> new VersionType(
                        name.replace('$', '.'),
                        context.getClassElement(name)
                                .map(type -> type.isAssignable(VersionSource.class))
                                .orElse(false)));
    }

    private List<ContributorType> contributors(AnnotationValue<HttpCached> annotation, String member) {
        return Stream.of(annotation.stringValues(member))
                .map(name -> new ContributorType(name.replace('$', '.'), name, contributorKind(name)))
                .toList();
    }

    private ContributorType.Kind contributorKind(String name) {
        ClassElement type = context.getClassElement(name).orElse(null);
        if (type == null || !type.isAssignable(KeyContributor.class)) {
            return ContributorType.Kind.NONE;
        }
        return type.isAssignable(CacheKeyContributor.class)
                ? ContributorType.Kind.OF_ALL_ROUTES
                : ContributorType.Kind.OF_ROUTES;
    }

    /**
     * Returns the annotation of an element. Micronaut merges declared and inherited annotations, but prefers an inherited
     * annotation to a declared annotation that is annotated with it.
     */
    private static @Nullable AnnotationValue<HttpCached> annotation(AnnotationMetadata metadata) {
        boolean composed =
                metadata.hasDeclaredStereotype(HttpCached.class) && !metadata.hasDeclaredAnnotation(HttpCached.class);
        return (composed
                        ? metadata.findDeclaredAnnotation(HttpCached.class)
                        : metadata.findAnnotation(HttpCached.class))
                .orElse(null);
    }
}
