package io.httpcached.processor.reading;

import io.httpcached.processor.model.Binding.Place;
import io.httpcached.processor.model.Binding.Source;
import io.micronaut.inject.ast.ClassElement;
import io.micronaut.inject.ast.MethodElement;
import io.micronaut.inject.ast.ParameterElement;
import io.micronaut.inject.ast.TypedElement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Determines the values of a request on which the conversion of a text depends: Micronaut's converters use the language and
 * the charset of the request. Converters of the application are assumed to use the text alone.
 */
final class Conversions {

    private static final List<Source> LANGUAGE = List.of(new Source(Place.HEADER, "Accept-Language"));
    private static final List<Source> CHARSET =
            List.of(new Source(Place.HEADER, "Accept-Charset"), new Source(Place.HEADER, "Content-Type"));

    private Conversions() {}

    /** {@return the further inputs of the conversion of a parameter or a field} */
    static List<Source> inputs(TypedElement element) {
        List<Source> sources = new ArrayList<>();
        if (anywhere(element, Conversions::isLocalized, new HashSet<>())) {
            sources.addAll(LANGUAGE);
        }
        if (anywhere(element, Conversions::isEncoded, new HashSet<>())) {
            sources.addAll(CHARSET);
        }
        return sources;
    }

    /** {@code java.util.Date} is parsed in the language of the request even without a format. */
    private static boolean isLocalized(TypedElement element) {
        return Formats.hasWords(element) || element.getGenericType().getName().equals("java.util.Date");
    }

    private static boolean isEncoded(TypedElement element) {
        ClassElement type = element.getGenericType();
        return type.isArray() && type.getName().equals("byte");
    }

    /** Checks the parameter, the elements of a collection and the properties of a bean. */
    private static boolean anywhere(TypedElement element, Predicate<TypedElement> holds, Set<String> seen) {
        ClassElement type = element.getGenericType();
        return holds.test(element) || parts(type, seen).anyMatch(part -> anywhere(part, holds, seen));
    }

    /** Type variables are skipped because they may be bounded by themselves. */
    private static Stream<? extends TypedElement> parts(ClassElement type, Set<String> seen) {
        if (type.isTypeVariable()) {
            return Stream.empty();
        }
        Stream<ClassElement> elements = type.getTypeArguments().values().stream();
        if (type.isArray()) {
            elements = Stream.of(type.fromArray());
        }
        boolean bean = !type.isArray() && !type.isPrimitive() && !type.isEnum() && !isOfPlatform(type);
        return bean && seen.add(type.getName()) ? Stream.concat(elements, properties(type)) : elements;
    }

    private static Stream<TypedElement> properties(ClassElement bean) {
        ParameterElement[] arguments =
                bean.getPrimaryConstructor().map(MethodElement::getParameters).orElse(new ParameterElement[0]);
        return Stream.concat(bean.getBeanProperties().stream(), Arrays.stream(arguments));
    }

    private static boolean isOfPlatform(ClassElement type) {
        return type.getPackageName().equals("java") || type.getPackageName().startsWith("java.");
    }
}
