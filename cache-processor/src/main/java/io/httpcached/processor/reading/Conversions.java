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
 * What of a request besides a text decides what the text is converted to: Micronaut's converters know the language and
 * the charset that the client names. One of the application's own is taken to go by the text alone.
 */
final class Conversions {

    private static final List<Source> LANGUAGE = List.of(new Source(Place.HEADER, "Accept-Language"));
    private static final List<Source> CHARSET =
            List.of(new Source(Place.HEADER, "Accept-Charset"), new Source(Place.HEADER, "Content-Type"));

    private Conversions() {}

    /** {@return what decides besides its text what a parameter or a field of a bean is} */
    static List<Source> besides(TypedElement element) {
        List<Source> sources = new ArrayList<>();
        if (anywhere(element, Conversions::isLocalized, new HashSet<>())) {
            sources.addAll(LANGUAGE);
        }
        if (anywhere(element, Conversions::isEncoded, new HashSet<>())) {
            sources.addAll(CHARSET);
        }
        return sources;
    }

    /** {@code java.util.Date} is read in a language even without a format. */
    private static boolean isLocalized(TypedElement element) {
        return Formats.hasWords(element) || element.getGenericType().getName().equals("java.util.Date");
    }

    private static boolean isEncoded(TypedElement element) {
        ClassElement type = element.getGenericType();
        return type.isArray() && type.getName().equals("byte");
    }

    /** Of the parameter itself, of what it is a collection of, and of the properties it is a bean of. */
    private static boolean anywhere(TypedElement element, Predicate<TypedElement> holds, Set<String> seen) {
        ClassElement type = element.getGenericType();
        return holds.test(element) || parts(type, seen).anyMatch(part -> anywhere(part, holds, seen));
    }

    /** A type variable is left alone, as it may be bounded by itself. */
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
