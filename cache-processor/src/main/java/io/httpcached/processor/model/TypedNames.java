package io.httpcached.processor.model;

import io.httpcached.processor.model.TagTemplate.Text;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;

/** Chooses the names of the methods of typed caches and of their parameters. */
final class TypedNames {

    private static final String PREFIX = "invalidate";
    private static final String NOT_IN_IDENTIFIERS = "[^\\p{javaJavaIdentifierPart}]+";

    private TypedNames() {}

    /** {@return {@code invalidateShow} for a method {@code show}} */
    static String ofRoute(CachedRoute route) {
        return PREFIX + words(route.method());
    }

    /**
     * {@return {@code invalidateProductTag} for a tag <code>product:{id}</code>} The words are those of the literal text; if it has
     * none, they are the names that the tag refers to.
     */
    static String ofTag(TagTemplate tag) {
        String words = tag.segments().stream()
                .map(segment -> segment instanceof Text text ? words(text.text()) : "")
                .collect(Collectors.joining());
        return PREFIX + (words.isEmpty() ? ofReferences(tag.references()) : words) + "Tag";
    }

    /** {@return a name with which Java source can declare a parameter} */
    static String identifier(String name) {
        String legal = name.replaceAll(NOT_IN_IDENTIFIERS, "_");
        return SourceVersion.isName(legal) ? legal : legal + "_";
    }

    /** {@return a name that is not taken: the given one, or the given one with the lowest unused number} */
    static String unused(String wanted, Set<String> taken) {
        String name = wanted;
        for (int number = 2; !taken.add(name); number++) {
            name = wanted + number;
        }
        return name;
    }

    private static String ofReferences(List<String> names) {
        return names.stream().map(TypedNames::words).collect(Collectors.joining());
    }

    private static String words(String text) {
        return Arrays.stream(text.split(NOT_IN_IDENTIFIERS))
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
    }
}
