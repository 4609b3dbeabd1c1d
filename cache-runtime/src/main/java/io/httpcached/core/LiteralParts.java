package io.httpcached.core;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The literal parts of a URI template, in order. Between them, a variable may match any text: in a decoded path, a value of one
 * segment may contain a slash. Immutable.
 */
public final class LiteralParts {

    /** The operators of expressions that match no part of a path (RFC 6570 §3.2). */
    private static final String OUTSIDE_THE_PATH = "?&#";

    /** The literals before, between and after the variables; an empty text where there is none. */
    private final List<String> parts;

    private LiteralParts(List<String> parts) {
        this.parts = parts;
    }

    /**
     * {@return the literal parts of a template}
     *
     * @param template a URI template, whose query and fragment are ignored
     */
    public static LiteralParts of(String template) {
        List<String> parts = new ArrayList<>();
        StringBuilder literal = new StringBuilder();
        int i = 0;
        while (i < template.length()) {
            if (template.charAt(i) != '{') {
                literal.append(template.charAt(i++));
                continue;
            }
            int end = PathTemplate.endOfExpression(template, i);
            if (i + 1 == end || OUTSIDE_THE_PATH.indexOf(template.charAt(i + 1)) < 0) {
                addDecoded(parts, literal.toString());
                literal.setLength(0);
            }
            i = end + 1;
        }
        addDecoded(parts, withoutLastSlashes(literal.toString()));
        return new LiteralParts(List.copyOf(parts));
    }

    /**
     * Returns whether the template may match a path. The result can be true for a path that it does not match, but not the
     * reverse.
     *
     * @param decodedPath a decoded path
     * @return false if the path lacks a literal part of the template
     */
    public boolean mayMatch(String decodedPath) {
        String path = withoutLastSlashes(decodedPath);
        String first = parts.get(0);
        if (parts.size() == 1) {
            return path.equals(first);
        }
        String last = parts.get(parts.size() - 1);
        int end = path.length() - last.length();
        if (!path.startsWith(first) || !path.endsWith(last)) {
            return false;
        }
        int from = first.length();
        for (String part : parts.subList(1, parts.size() - 1)) {
            int found = path.indexOf(part, from);
            if (found < 0) {
                return false;
            }
            from = found + part.length();
        }
        return from <= end;
    }

    /** A literal that is not valid percent-encoding may match any text. */
    private static void addDecoded(List<String> parts, String literal) {
        try {
            parts.add(URLDecoder.decode(literal.replace("+", "%2B"), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException malformed) {
            parts.add("");
            parts.add("");
        }
    }

    private static String withoutLastSlashes(String path) {
        int end = path.length();
        while (end > 0 && path.charAt(end - 1) == '/') {
            end--;
        }
        return path.substring(0, end);
    }
}
