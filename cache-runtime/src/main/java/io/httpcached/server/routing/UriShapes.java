package io.httpcached.server.routing;

import io.httpcached.core.PathTemplate;
import java.util.ArrayList;
import java.util.List;

/** Compares URI templates: whether there may be a path that both of two templates match. */
final class UriShapes {

    /** Stands for a segment with a variable. */
    private static final String ANY_SEGMENT = "{}";

    /** Stands for the rest of a path, for variables that may match several segments, or none. */
    private static final String ANY_REST = "{/}";

    private UriShapes() {}

    /**
     * Returns whether two templates may match the same path. Where that cannot be determined, the result is true.
     *
     * @param one the path of a template
     * @param other the path of another template
     * @return false if no path matches both
     */
    static boolean mayOverlap(String one, String other) {
        List<String> left = segments(one);
        List<String> right = segments(other);
        for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
            if (isRest(left, i) || isRest(right, i)) {
                return true;
            }
            if (i >= left.size() || i >= right.size() || !matches(left.get(i), right.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isRest(List<String> segments, int index) {
        return index < segments.size() && segments.get(index).equals(ANY_REST);
    }

    private static boolean matches(String one, String other) {
        return one.equals(ANY_SEGMENT) || other.equals(ANY_SEGMENT) || one.equals(other);
    }

    private static List<String> segments(String template) {
        List<String> segments = new ArrayList<>();
        StringBuilder segment = new StringBuilder();
        int i = 0;
        while (i < template.length()) {
            char character = template.charAt(i);
            if (character == '{') {
                int end = PathTemplate.endOfExpression(template, i);
                String expression = template.substring(i + 1, end);
                if (isRest(expression)) {
                    if (expression.startsWith("/")) {
                        addSegment(segments, segment);
                    }
                    segments.add(ANY_REST);
                    return segments;
                }
                if (!isQuery(expression)) {
                    segment.append(ANY_SEGMENT);
                }
                i = end;
            } else if (character == '/') {
                addSegment(segments, segment);
            } else {
                segment.append(character);
            }
            i++;
        }
        addSegment(segments, segment);
        return segments;
    }

    private static void addSegment(List<String> segments, StringBuilder segment) {
        if (!segment.isEmpty()) {
            segments.add(segment.indexOf(ANY_SEGMENT) < 0 ? segment.toString() : ANY_SEGMENT);
            segment.setLength(0);
        }
    }

    /** Returns whether an expression may match a slash, or nothing (RFC 6570 §3.2, and the patterns that Micronaut adds). */
    private static boolean isRest(String expression) {
        return expression.startsWith("/")
                || expression.startsWith("+")
                || expression.startsWith(".")
                || expression.contains("*")
                || expression.contains(":");
    }

    private static boolean isQuery(String expression) {
        return expression.startsWith("?") || expression.startsWith("&") || expression.startsWith("#");
    }
}
