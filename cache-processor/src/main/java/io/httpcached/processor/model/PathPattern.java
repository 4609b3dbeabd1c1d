package io.httpcached.processor.model;

import io.httpcached.processor.model.TagTemplate.Reference;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The paths that a template can produce: each reference matches any text within one segment.
 *
 * @param whole the path as a whole
 * @param segments the patterns between its slashes; empty if a reference may match several segments or none
 */
public record PathPattern(TagPattern whole, List<TagPattern> segments) {

    /** A reference that may match more or less than a segment: it has an operator, or an expression that may match a slash. */
    private static final Pattern OPEN = Pattern.compile("[+./].*|.*[*]|[^:]*:(?!\\d+$).*");

    /** Copies the list. */
    public PathPattern {
        segments = List.copyOf(segments);
    }

    /**
     * Creates the pattern of a path.
     *
     * @param template a path whose references may have the operators and expressions of a URI template
     * @return its pattern
     */
    public static PathPattern of(TagTemplate template) {
        String path = template.text().replaceAll("/+$", "");
        return new PathPattern(pattern(path), isOpen(template) ? List.of() : segments(path));
    }

    /**
     * {@return whether some path matches both patterns}
     *
     * @param other the other pattern
     */
    public boolean overlaps(PathPattern other) {
        if (segments.isEmpty() || other.segments.isEmpty()) {
            return whole.overlaps(other.whole);
        }
        if (segments.size() != other.segments.size()) {
            return false;
        }
        for (int i = 0; i < segments.size(); i++) {
            if (!segments.get(i).overlaps(other.segments.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isOpen(TagTemplate template) {
        return template.segments().stream()
                .anyMatch(segment -> segment instanceof Reference reference
                        && OPEN.matcher(reference.name()).matches());
    }

    private static List<TagPattern> segments(String path) {
        return Arrays.stream(path.split("/", -1)).map(PathPattern::pattern).toList();
    }

    private static TagPattern pattern(String text) {
        return TagPattern.of(TagTemplate.parse(text));
    }
}
