package io.httpcached.processor.reading;

import io.micronaut.inject.ast.ClassElement;
import io.micronaut.inject.visitor.VisitorContext;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;

/**
 * The warnings that a source suppresses with {@code @SuppressWarnings("httpcached:…")}. Class files do not contain the
 * annotation, so libraries suppress nothing. Only Java sources are read.
 */
public final class Suppressions {

    private static final String PREFIX = "httpcached:";

    private final boolean java;

    /**
     * Creates the view of a compilation.
     *
     * @param context the compiler
     */
    public Suppressions(VisitorContext context) {
        this.java = JavaCompiler.compiles(context);
    }

    /**
     * {@return whether a class suppresses a warning of the cache, itself or at a member or a parameter}
     *
     * <p>A cheap check, because almost no class does.
     *
     * @param type any class
     */
    public boolean occurIn(ClassElement type) {
        return find(type)
                .map(found -> Stream.concat(Stream.of(found), found.getEnclosedElements().stream()))
                .orElseGet(Stream::empty)
                .flatMap(Suppressions::withParameters)
                .flatMap(Suppressions::ids)
                .findAny()
                .isPresent();
    }

    /**
     * {@return the ids that an element itself suppresses, including unknown ones}
     *
     * @param element a class, a method or a parameter
     */
    public List<String> at(io.micronaut.inject.ast.Element element) {
        return find(element).stream().flatMap(Suppressions::ids).toList();
    }

    /**
     * {@return whether an element, or one that encloses it, suppresses a warning}
     *
     * @param id the id of the warning
     * @param element a class, a method or a parameter
     */
    public boolean suppress(String id, io.micronaut.inject.ast.Element element) {
        return find(element)
                .map(found -> Stream.iterate(found, enclosing -> enclosing != null, Element::getEnclosingElement))
                .orElseGet(Stream::empty)
                .flatMap(Suppressions::ids)
                .anyMatch(id::equals);
    }

    private Optional<Element> find(io.micronaut.inject.ast.Element element) {
        return java ? JavaCompiler.element(element) : Optional.empty();
    }

    private static Stream<Element> withParameters(Element element) {
        return element instanceof ExecutableElement method
                ? Stream.concat(Stream.of(method), method.getParameters().stream())
                : Stream.of(element);
    }

    private static Stream<String> ids(Element element) {
        return Optional.ofNullable(element.getAnnotation(SuppressWarnings.class)).stream()
                .flatMap(annotation -> Arrays.stream(annotation.value()))
                .filter(text -> text.startsWith(PREFIX))
                .map(text -> text.substring(PREFIX.length()));
    }
}
