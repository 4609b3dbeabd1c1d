package io.httpcached.processor.model;

import io.httpcached.processor.model.TagTemplate.Segment;
import io.httpcached.processor.model.TagTemplate.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The tags that a template can make, where a name in braces stands for any text, the empty one included.
 *
 * @param texts the text before, between and behind the names: one more than there are names
 */
public record TagPattern(List<String> texts) {

    /** Copies the list. */
    public TagPattern {
        texts = List.copyOf(texts);
    }

    /**
     * Forgets the names of a template.
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
     * {@return whether some text fits both patterns}
     *
     * @param other the other pattern
     */
    public boolean overlaps(TagPattern other) {
        if (isText()) {
            return other.fits(first());
        }
        if (other.isText()) {
            return fits(other.first());
        }
        // Between the longer beginning and the longer end there is room for what either demands in the middle.
        return agree(first(), other.first()) && agree(reversed(last()), reversed(other.last()));
    }

    private boolean isText() {
        return texts.size() == 1;
    }

    private boolean fits(String text) {
        if (!text.startsWith(first()) || !text.endsWith(last())) {
            return false; // cheap, and nearly always the case where every tag of a compilation meets every other
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

    private static boolean agree(String one, String other) {
        return one.startsWith(other) || other.startsWith(one);
    }

    private static String reversed(String text) {
        return new StringBuilder(text).reverse().toString();
    }
}
