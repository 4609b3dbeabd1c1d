package io.httpcached.processor.reading;

import static io.httpcached.processor.reading.MicronautNames.FORMAT;

import io.httpcached.processor.model.TagPattern;
import io.micronaut.inject.ast.ClassElement;
import io.micronaut.inject.ast.EnumElement;
import io.micronaut.inject.ast.ParameterElement;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Determines the texts that the server converts to the type of a parameter, as a regular expression that may match further texts.
 * A request with any other text fails before the handler runs. Micronaut converts every text to a {@code boolean}, and to a
 * parameter that may be absent, so these accept any text.
 */
final class AcceptedTexts {

    private static final String INTEGER = "[+-]?\\d+";
    private static final String UUID = "(?:[0-9A-Fa-f]+-){4}[0-9A-Fa-f]+";

    private AcceptedTexts() {}

    /** {@return a regular expression} */
    static String of(ParameterElement parameter) {
        ClassElement type = parameter.getGenericType();
        if (ParameterReader.isNullable(parameter) || parameter.hasStereotype(FORMAT)) {
            return TagPattern.ANY;
        }
        if (SimpleTypes.isInteger(type) || type.getName().equals("java.math.BigInteger")) {
            return INTEGER;
        }
        if (type.getName().equals("java.util.UUID")) {
            return UUID;
        }
        return type instanceof EnumElement constants && !type.isArray() ? constant(constants) : TagPattern.ANY;
    }

    /** Micronaut compares the name in any spelling, such as {@code inStock}, and the result of {@code toString()}. */
    private static String constant(EnumElement type) {
        boolean named = type.findMethod("toString")
                .map(method -> method.getDeclaringType().getName().equals("java.lang.Enum"))
                .orElse(true);
        return named && !type.values().isEmpty()
                ? type.values().stream().map(AcceptedTexts::spellings).collect(Collectors.joining("|", "(?i:", ")"))
                : TagPattern.ANY;
    }

    private static String spellings(String constant) {
        return constant.chars()
                .filter(Character::isLetterOrDigit)
                .mapToObj(c -> Pattern.quote(String.valueOf((char) c)))
                .collect(Collectors.joining("[^A-Za-z0-9]*"));
    }
}
