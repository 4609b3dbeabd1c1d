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
 * The warnings that a source silences with {@code @SuppressWarnings("httpcached:…")}. The annotation is gone from class
 * files, so what comes from a library silences nothing; only Java sources are read.
 */
public final class Suppressions {

    private static final String PREFIX = "httpcached:";

    private final boolean java;

    /**
     * Reads the sources of a compilation.
     *
     * @param context the compiler
     */
    public Suppressions(VisitorContext context) {
        this.java = JavaCompiler.compiles(context);
    }

    /**
     * {@return whether a class silences anything, itself or at a member or a parameter}
     *
     * <p>Cheap, so that the classes that do not, nearly all, cost nothing more.
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
     * {@return the ids that an element itself silences, known ones or not}
     *
     * @param element a class, a method or a parameter
     */
    public List<String> at(io.micronaut.inject.ast.Element element) {
        return find(element).stream().flatMap(Suppressions::ids).toList();
    }

    /**
     * {@return whether an element, or any that encloses it, silences a warning}
     *
     * @param id the id of the warning
     * @param element a class, a method or a parameter
     */
    public boolean silence(String id, io.micronaut.inject.ast.Element element) {
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
