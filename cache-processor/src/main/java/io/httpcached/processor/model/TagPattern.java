package io.httpcached.processor.model;

import io.httpcached.processor.model.TagTemplate.Segment;
import io.httpcached.processor.model.TagTemplate.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The tags that a template can produce: each reference matches any text, including the empty text.
 *
 * @param texts the literal texts before, between and after the references: one more than there are references
 */
public record TagPattern(List<String> texts) {

    /** Copies the list. */
    public TagPattern {
        texts = List.copyOf(texts);
    }

    /**
     * Creates the pattern of a template.
     *
     * @param template the template
     * @return its pattern
     */
    public static TagPattern of(TagTemplate template) {
        List<String> texts = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (Segment segment : template.segments()) {
            if (segment instanceof Text piece) {
                text.append(piece.text());
            } else {
                texts.add(text.toString());
                text.setLength(0);
            }
        }
        texts.add(text.toString());
        return new TagPattern(texts);
    }

    /**
     * {@return whether some text matches both patterns}
     *
     * @param other the other pattern
     */
    public boolean overlaps(TagPattern other) {
        if (isText()) {
            return other.matches(first());
        }
        if (other.isText()) {
            return matches(other.first());
        }
        // A text can contain the longer prefix, the middle parts of both patterns and the longer suffix one after the
        // other.
        return areCompatible(first(), other.first()) && areCompatible(reversed(last()), reversed(other.last()));
    }

    private boolean isText() {
        return texts.size() == 1;
    }

    private boolean matches(String text) {
        if (!text.startsWith(first()) || !text.endsWith(last())) {
            return false; // The fast path: almost all pairs of tags of a compilation differ here.
        }
        String expression = texts.stream().map(Pattern::quote).collect(Collectors.joining(".*"));
        return Pattern.compile(expression, Pattern.DOTALL).matcher(text).matches();
    }

    private String first() {
        return texts.get(0);
    }

    private String last() {
        return texts.get(texts.size() - 1);
    }

    private static boolean areCompatible(String one, String other) {
        return one.startsWith(other) || other.startsWith(one);
    }

    private static String reversed(String text) {
        return new StringBuilder(text).reverse().toString();
    }
}
