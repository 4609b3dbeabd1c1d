package io.httpcached.processor.validation;

import io.httpcached.processor.model.TagPattern;
import io.httpcached.processor.model.TagTemplate;
import io.httpcached.processor.model.TagTemplate.Reference;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds the tag that a misspelled tag may have been meant to be. */
final class NearestTag {

    /** A tag is a misspelling if at most one character in this many differs. */
    private static final int LETTERS_PER_MISTAKE = 3;

    private NearestTag() {}

    /**
     * Returns the tag with the fewest differences.
     *
     * @param tag a tag
     * @param known the tags to choose from
     * @return a known tag with as many references as the tag, and with these references; empty if none is similar
     */
    static Optional<String> find(TagTemplate tag, Collection<TagPattern> known) {
        List<String> references = tag.segments().stream()
                .filter(Reference.class::isInstance)
                .map(segment -> ((Reference) segment).name())
                .toList();
        return known.stream()
                .filter(pattern -> pattern.texts().size() == references.size() + 1)
                .map(pattern -> text(pattern, references))
                .filter(text -> distance(text, tag.text()) <= tag.text().length() / LETTERS_PER_MISTAKE)
                .min(Comparator.comparing((String text) -> distance(text, tag.text()))
                        .thenComparing(Comparator.naturalOrder()));
    }

    private static String text(TagPattern pattern, List<String> references) {
        StringBuilder text = new StringBuilder(pattern.texts().get(0));
        for (int i = 0; i < references.size(); i++) {
            text.append('{')
                    .append(references.get(i))
                    .append('}')
                    .append(pattern.texts().get(i + 1));
        }
        return text.toString();
    }

    /** The number of characters to insert, remove or replace (Levenshtein). */
    private static int distance(String one, String other) {
        int[] previous = new int[other.length() + 1];
        for (int j = 0; j < previous.length; j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] current = new int[previous.length];
            current[0] = i;
            for (int j = 1; j < previous.length; j++) {
                int replaced = previous[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replaced, Math.min(previous[j], current[j - 1]) + 1);
            }
            previous = current;
        }
        return previous[other.length()];
    }
}
