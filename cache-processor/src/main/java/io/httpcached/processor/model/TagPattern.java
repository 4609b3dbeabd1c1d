package io.httpcached.processor.model;

import io.httpcached.processor.model.TagTemplate.Reference;
import io.httpcached.processor.model.TagTemplate.Segment;
import io.httpcached.processor.model.TagTemplate.Text;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * The tags that a template can produce: each reference matches the texts that its parameter accepts.
 *
 * @param texts the literal texts before, between and after the references: one more than there are references
 * @param values the regular expressions of the references
 */
public record TagPattern(List<String> texts, List<String> values) {

    /** The regular expression of a reference to any text, including the empty text. */
    public static final String ANY = ".*";

    /** Copies the lists. */
    public TagPattern {
        texts = List.copyOf(texts);
        values = List.copyOf(values);
    }

    /**
     * Creates a pattern from a text in which each {@code *} stands for any text.
     *
     * @param text the text, such as {@code product:*}
     * @return the pattern
     */
    public static TagPattern ofWildcards(String text) {
        List<String> texts = List.of(text.split("\\*", -1));
        return new TagPattern(texts, Collections.nCopies(texts.size() - 1, ANY));
    }

    /**
     * Creates the pattern of a template.
     *
     * @param template the template
     * @param accepted returns a regular expression for the values of a reference
     * @return its pattern
     */
    public static TagPattern of(TagTemplate template, UnaryOperator<String> accepted) {
        List<String> values = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (Segment segment : template.segments()) {
            if (segment instanceof Text piece) {
                text.append(piece.text());
            } else {
                values.add(segment instanceof Reference reference ? accepted.apply(reference.name()) : ANY);
                texts.add(text.toString());
                text.setLength(0);
            }
        }
        texts.add(text.toString());
        return new TagPattern(texts, values);
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

    /** {@return whether it is a literal text, without references} */
    public boolean isText() {
        return texts.size() == 1;
    }

    private boolean matches(String text) {
        if (!text.startsWith(first()) || !text.endsWith(last())) {
            return false; // The fast path: almost all pairs of tags of a compilation differ here.
        }
        StringBuilder expression = new StringBuilder(Pattern.quote(first()));
        for (int i = 0; i < values.size(); i++) {
            expression.append("(?:").append(values.get(i)).append(')').append(Pattern.quote(texts.get(i + 1)));
        }
        return Pattern.compile(expression.toString(), Pattern.DOTALL)
                .matcher(text)
                .matches();
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
