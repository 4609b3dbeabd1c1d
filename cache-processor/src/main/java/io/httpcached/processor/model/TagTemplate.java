package io.httpcached.processor.model;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A tag or a path with the names of the parameters it is filled with: {@code product:{id}}, {@code /products/{id}}.
 *
 * @param text the template as written
 * @param segments what it consists of, in order
 */
public record TagTemplate(String text, List<Segment> segments) {

    private static final Pattern SEGMENTS = Pattern.compile("\\{(?<name>[^{}]*)}|(?<brace>[{}])|(?<text>[^{}]+)");

    /** A piece of a template. */
    public sealed interface Segment {}

    /**
     * Text that is taken as it is.
     *
     * @param text the text
     */
    public record Text(String text) implements Segment {}

    /**
     * A name in braces.
     *
     * @param name the name
     */
    public record Reference(String name) implements Segment {}

    /** A brace without its counterpart. */
    public record StrayBrace() implements Segment {}

    /**
     * Takes a template apart.
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
