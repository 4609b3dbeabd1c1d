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

/** What is silenced exists: a misspelt id would silence nothing. */
public final class SuppressionRule {

    private static final String KNOWN =
            Arrays.stream(Warning.values()).map(Warning::id).collect(Collectors.joining(", "));

    private SuppressionRule() {}

    /**
     * Judges a class.
     *
     * @param type any class of the compilation
     * @param suppressions what the source silences
     * @return one finding for each id that no warning has
     */
    public static List<Finding> check(ClassElement type, Suppressions suppressions) {
        if (!suppressions.occurIn(type)) {
            return List.of();
        }
        List<MethodElement> methods = type.getEnclosedElements(ElementQuery.ALL_METHODS.onlyDeclared());
        Stream<Element> inside = methods.stream()
                .flatMap(method -> Stream.concat(Stream.of(method), Arrays.stream(method.getParameters())));
        return Stream.concat(Stream.of(type), inside)
                .flatMap(element -> suppressions.at(element).stream()
                        .filter(id -> !Warning.isKnown(id))
                        .map(id -> finding(id, element)))
                .toList();
    }

    private static Finding finding(String id, Element element) {
        return new Finding(
                Warning.UNKNOWN_WARNING,
                element,
                "@SuppressWarnings(\"httpcached:" + id + "\") names no warning of HttpCached",
                "It would silence nothing",
                "Write one of " + KNOWN + " behind \"httpcached:\"");
    }
}
