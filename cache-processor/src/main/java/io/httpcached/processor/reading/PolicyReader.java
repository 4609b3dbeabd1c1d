package io.httpcached.processor.reading;

import io.httpcached.annotation.CacheScope;
import io.httpcached.annotation.HttpCached;
import io.httpcached.annotation.KeySource;
import io.httpcached.annotation.RequestDirectives;
import io.httpcached.processor.model.Policy;
import io.httpcached.processor.model.Setting;
import io.httpcached.processor.model.TagTemplate;
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
import org.jspecify.annotations.Nullable;

/** Merges the annotation of a method with that of its controller: each member that the method sets wins. */
final class PolicyReader {

    private static final String VERSION_SOURCE = "io.httpcached.annotation.VersionSource";

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
        return new PolicyReader(controller, method, context).read();
    }

    private Policy read() {
        return new Policy(
                text("ttl"),
                text("clientTtl"),
                text("staleWhileRevalidate"),
                text("staleIfError"),
                choice("scope", CacheScope.class, CacheScope.AUTO),
                setting(annotation -> texts(annotation, "vary"), List.of()),
                setting(PolicyReader::tags, List.of()),
                choice("keySource", KeySource.class, KeySource.SIGNATURE),
                setting(PolicyReader::statuses, List.of()),
                choice("requestDirectives", RequestDirectives.class, RequestDirectives.DEFAULT),
                text("namespace"),
                text("backend"),
                text("policy"),
                setting(this::version, VersionType.NONE));
    }

    private Setting<String> text(String member) {
        return setting(annotation -> annotation.stringValue(member).filter(text -> !text.isEmpty()), "");
    }

    private <E extends Enum<E>> Setting<E> choice(String member, Class<E> type, E otherwise) {
        return setting(annotation -> annotation.enumValue(member, type), otherwise);
    }

    private <T> Setting<T> setting(Function<AnnotationValue<HttpCached>, Optional<T>> member, T otherwise) {
        return explicit(onMethod, member, method)
                .or(() -> explicit(onController, member, controller))
                .orElseGet(() -> new Setting<>(otherwise, method));
    }

    private static <T> Optional<Setting<T>> explicit(
            @Nullable AnnotationValue<HttpCached> annotation,
            Function<AnnotationValue<HttpCached>, Optional<T>> member,
            Element origin) {
        return Optional.ofNullable(annotation).flatMap(member).map(value -> new Setting<>(value, origin));
    }

    private static Optional<List<String>> texts(AnnotationValue<HttpCached> annotation, String member) {
        return annotation.contains(member) ? Optional.of(List.of(annotation.stringValues(member))) : Optional.empty();
    }

    private Optional<VersionType> version(AnnotationValue<HttpCached> annotation) {
        return annotation
                .stringValue("version")
                .filter(name -> !name.equals("void"))
                .map(name -> new VersionType(
                        name.replace('$', '.'),
                        context.getClassElement(name)
                                .map(type -> type.isAssignable(VERSION_SOURCE))
                                .orElse(false)));
    }

    private static Optional<List<TagTemplate>> tags(AnnotationValue<HttpCached> annotation) {
        return texts(annotation, "tags")
                .map(tags -> tags.stream().map(TagTemplate::parse).toList());
    }

    private static Optional<List<Integer>> statuses(AnnotationValue<HttpCached> annotation) {
        return annotation.contains("statuses")
                ? Optional.of(
                        Arrays.stream(annotation.intValues("statuses")).boxed().toList())
                : Optional.empty();
    }

    /**
     * Micronaut merges what an element declares with what it inherits, but prefers an inherited annotation to a declared
     * one that carries it.
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
