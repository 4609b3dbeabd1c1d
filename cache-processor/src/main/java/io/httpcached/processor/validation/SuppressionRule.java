package io.httpcached.processor.validation;

import io.httpcached.processor.reading.Suppressions;
import io.micronaut.inject.ast.ClassElement;
import io.micronaut.inject.ast.Element;
import io.micronaut.inject.ast.ElementQuery;
import io.micronaut.inject.ast.MethodElement;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Suppressed warnings exist: a misspelled id would suppress nothing. */
public final class SuppressionRule {

    private static final String KNOWN =
            Arrays.stream(Warning.values()).map(Warning::id).collect(Collectors.joining(", "));

    private SuppressionRule() {}

    /**
     * Checks a class.
     *
     * @param type any class of the compilation
     * @param suppressions the suppressed warnings of the source
     * @return one warning for each unknown id
     */
    public static List<Problem> check(ClassElement type, Suppressions suppressions) {
        if (!suppressions.occurIn(type)) {
            return List.of();
        }
        List<MethodElement> methods = type.getEnclosedElements(ElementQuery.ALL_METHODS.onlyDeclared());
        Stream<Element> inside = methods.stream()
                .flatMap(method -> Stream.concat(Stream.of(method), Arrays.stream(method.getParameters())));
        return Stream.concat(Stream.of(type), inside)
                .flatMap(element -> suppressions.at(element).stream()
                        .filter(id -> !Warning.isKnown(id))
                        .map(id -> problem(id, element)))
                .toList();
    }

    private static Problem problem(String id, Element element) {
        return new Problem(
                Warning.UNKNOWN_WARNING,
                element,
                "@SuppressWarnings(\"httpcached:" + id + "\") is not a warning of HttpCached",
                "The annotation would suppress nothing",
                "Use one of these ids after \"httpcached:\": " + KNOWN);
    }
}
