package io.httpcached.processor.reading;

import static io.httpcached.processor.reading.MicronautNames.FORMAT;

import io.micronaut.inject.ast.TypedElement;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Determines the effect of {@code @Format} on the part of the request that a parameter depends on. */
final class Formats {

    private static final Set<String> LISTS = Set.of("csv", "ssv", "pipes", "multi");
    private static final String DEEP_OBJECT = "deepobject";

    /** A {@code java.time} pattern without letters that stand for text, such as the name of a month. */
    private static final Pattern NUMERIC = Pattern.compile("(?:'[^']*'|[^A-Za-z']|[yuDdHmsSAnN]|(?<!M)MM?(?!M))*");

    private Formats() {}

    /**
     * {@return whether a parameter is built from several query parameters}
     *
     * <p>The formats for lists bind one query parameter to a collection, but several to any other type.
     *
     * @param element the parameter
     * @param collection whether it is a collection
     */
    static boolean joinsNames(TypedElement element, boolean collection) {
        String format = element.stringValue(FORMAT).map(Formats::normalized).orElse("");
        return format.equals(DEEP_OBJECT) || (LISTS.contains(format) && !collection);
    }

    /**
     * {@return whether the format contains words of a language}
     *
     * @param element the parameter
     */
    static boolean hasWords(TypedElement element) {
        return element.stringValue(FORMAT)
                .filter(format -> !LISTS.contains(normalized(format)) && !DEEP_OBJECT.equals(normalized(format)))
                .filter(format -> !NUMERIC.matcher(format).matches())
                .isPresent();
    }

    private static String normalized(String format) {
        return format.toLowerCase(Locale.ROOT).replaceAll("[-_]", "");
    }
}
