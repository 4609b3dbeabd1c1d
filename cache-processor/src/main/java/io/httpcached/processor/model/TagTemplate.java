package io.httpcached.processor.model;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A tag or a path with references to parameters: {@code product:{id}}, {@code /products/{id}}.
 *
 * @param text the template as written
 * @param segments its segments, in order
 */
public record TagTemplate(String text, List<Segment> segments) {

    private static final Pattern SEGMENTS = Pattern.compile("\\{(?<name>[^{}]*)}|(?<brace>[{}])|(?<text>[^{}]+)");

    /** A segment of a template. */
    public sealed interface Segment {}

    /**
     * Literal text.
     *
     * @param text the text
     */
    public record Text(String text) implements Segment {}

    /**
     * A reference to a parameter, or to the user: a name in braces.
     *
     * @param name the name
     */
    public record Reference(String name) implements Segment {

        /** The name that refers to the principal's name in a method that takes a principal. */
        public static final String USER = "user";
    }

    /** An unmatched brace. */
    public record StrayBrace() implements Segment {}

    /** {@return the names that it refers to, each once, in order} */
    public List<String> references() {
        return segments.stream()
                .filter(Reference.class::isInstance)
                .map(segment -> ((Reference) segment).name())
                .distinct()
                .toList();
    }

    /**
     * Parses a template.
     *
     * @param text any text
     * @return the template
     */
    public static TagTemplate parse(String text) {
        List<Segment> segments = new ArrayList<>();
        Matcher matcher = SEGMENTS.matcher(text);
        while (matcher.find()) {
            if (matcher.group("name") != null) {
                segments.add(new Reference(matcher.group("name")));
            } else if (matcher.group("brace") != null) {
                segments.add(new StrayBrace());
            } else {
                segments.add(new Text(matcher.group("text")));
            }
        }
        return new TagTemplate(text, List.copyOf(segments));
    }
}
