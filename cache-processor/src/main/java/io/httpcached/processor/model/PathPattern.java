package io.httpcached.processor.model;

import io.httpcached.processor.model.TagTemplate.Reference;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * The paths that a template can produce: each reference matches texts within one segment.
 *
 * @param whole the path as a whole
 * @param segments the patterns between its slashes; empty if a reference may match several segments or none
 */
public record PathPattern(TagPattern whole, List<TagPattern> segments) {

    /** A reference that may match more or less than a segment: it has an operator, or it is optional or exploded. */
    private static final Pattern OPERATOR = Pattern.compile("[+./].*|[^:]*[*]|[^:]*:[?]");

    /** Expressions of letters, digits and repetitions, none of which matches a slash; a number is the longest length. */
    private static final Pattern WITHIN_SEGMENT =
            Pattern.compile("\\d+|\\^?(?:\\[[\\w-]+]|\\\\[dw]|[\\w-]|[(|)+*?])*\\$?");

    /** The number of segments of a path such as {@code /products}: the text before the first slash is one of them. */
    private static final int TOP_LEVEL = 2;

    /** Copies the list. */
    public PathPattern {
        segments = List.copyOf(segments);
    }

    /**
     * Creates the pattern of a path.
     *
     * @param template a path whose references may have the operators and expressions of a URI template
     * @param accepted returns a regular expression for the values of a reference
     * @return its pattern
     */
    public static PathPattern of(TagTemplate template, UnaryOperator<String> accepted) {
        String path = template.text().replaceAll("/+$", "");
        UnaryOperator<String> values = reference -> values(reference, accepted);
        return new PathPattern(pattern(path, values), isOpen(template) ? List.of() : segments(path, values));
    }

    /**
     * {@return whether some path matches both patterns}
     *
     * @param other the other pattern
     */
    public boolean overlaps(PathPattern other) {
        if (isOpen() || other.isOpen()) {
            return whole.overlaps(other.whole);
        }
        return segments.size() == other.segments.size() && common(other) == segments.size();
    }

    /**
     * {@return whether a change of a resource with this path may concern a resource with the other path} The other one contains
     * it, is a part of it, has the same parent, or is a list such as {@code /articles/feed} beside one that contains it. A parent
     * is more than the root of all paths.
     *
     * @param other the other path
     */
    public boolean isNear(PathPattern other) {
        if (isOpen() || other.isOpen()) {
            return whole.overlaps(other.whole);
        }
        int common = common(other);
        int parent = other.segments.size() - 1;
        boolean sharesParent = common == parent && parent >= TOP_LEVEL;
        boolean sameLevel = segments.size() == other.segments.size();
        return common > parent
                || isAbove(other)
                || (sharesParent && (sameLevel || other.segments.get(parent).isText()));
    }

    /**
     * {@return whether a resource with this path may contain resources with the other path}
     *
     * @param other the other path
     */
    public boolean isAbove(PathPattern other) {
        int size = segments.size();
        return size >= TOP_LEVEL && size < other.segments.size() && common(other) == size;
    }

    /** {@return whether all the segments after those of a path above are literal texts} */
    public boolean isLiteralBelow(PathPattern above) {
        return segments.stream().skip(above.segments.size()).allMatch(TagPattern::isText);
    }

    private boolean isOpen() {
        return segments.isEmpty();
    }

    /** Returns the number of segments at the beginning that can be the same in both paths. */
    private int common(PathPattern other) {
        int shorter = Math.min(segments.size(), other.segments.size());
        int common = 0;
        while (common < shorter && segments.get(common).overlaps(other.segments.get(common))) {
            common++;
        }
        return common;
    }

    private static boolean isOpen(TagTemplate template) {
        return template.segments().stream()
                .anyMatch(segment -> segment instanceof Reference reference
                        && (OPERATOR.matcher(reference.name()).matches()
                                || !WITHIN_SEGMENT
                                        .matcher(expression(reference.name()))
                                        .matches()));
    }

    private static List<TagPattern> segments(String path, UnaryOperator<String> values) {
        return Arrays.stream(path.split("/", -1))
                .map(text -> pattern(text, values))
                .toList();
    }

    private static TagPattern pattern(String text, UnaryOperator<String> values) {
        return TagPattern.of(TagTemplate.parse(text), values);
    }

    /** A value matches the expression of its variable, so that one is enough; most types have many more values. */
    private static String values(String reference, UnaryOperator<String> accepted) {
        String expression = expression(reference);
        boolean selects = !expression.isEmpty()
                && !OPERATOR.matcher(reference).matches()
                && expression.chars().anyMatch(c -> !Character.isDigit(c))
                && isValid(expression);
        return selects ? expression.replaceAll("^\\^|\\$$", "") : accepted.apply(reference.replaceFirst(":.*", ""));
    }

    private static String expression(String reference) {
        int colon = reference.indexOf(':');
        return colon < 0 ? "" : reference.substring(colon + 1);
    }

    private static boolean isValid(String expression) {
        try {
            Pattern.compile(expression);
            return true;
        } catch (PatternSyntaxException e) {
            return false; // Micronaut rejects the route.
        }
    }
}
