package io.httpcached.core;

import java.util.BitSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The paths that a URI template can match, to determine whether two routes can have the same path. An expression that may match
 * a slash matches any text, every other variable any text within one segment.
 */
public final class PathPattern {

    private static final Pattern EXPRESSION = Pattern.compile("\\{([+#./;?&]?)([^}]*)}");

    /** Regular expressions of letters, digits and repetitions: none of them matches a slash. */
    private static final Pattern WITHIN_SEGMENT =
            Pattern.compile("\\d+|\\^?(\\[[\\w-]+]|\\\\[dw]|[\\w-]|[(|)+*?])*\\$?");

    // Three characters for private use, which no path contains, stand for the text that a variable matches.
    private static final char ONE = '\uE000';
    private static final char WITHIN = '\uE001';
    private static final char ANY = '\uE002';

    /** The literal characters and the placeholders for variables. */
    private final String text;

    private PathPattern(String text) {
        this.text = text;
    }

    /**
     * {@return the pattern of a template}
     *
     * @param template a URI template, whose query and fragment are ignored
     */
    public static PathPattern of(String template) {
        Matcher expressions = EXPRESSION.matcher(template);
        StringBuilder text = new StringBuilder(template.length());
        while (expressions.find()) {
            String replacement =
                    switch (expressions.group(1)) {
                        case "" -> variable(expressions.group(2));
                        case "+", ".", "/" -> String.valueOf(ANY);
                        default -> "";
                    };
            expressions.appendReplacement(text, replacement);
        }
        expressions.appendTail(text);
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == '/') {
            end--;
        }
        return new PathPattern(text.substring(0, end));
    }

    private static String variable(String declaration) {
        int colon = declaration.indexOf(':');
        String modifier = colon < 0 ? "" : declaration.substring(colon + 1);
        if (modifier.equals("?") || (declaration.endsWith("*") && colon < 0)) {
            return String.valueOf(ANY);
        }
        return WITHIN_SEGMENT.matcher(modifier).matches() ? "" + ONE + WITHIN : String.valueOf(ANY);
    }

    /** {@return the only path that matches, without a slash at its end, or null if there are several} */
    public @Nullable String onlyPath() {
        return text.chars().noneMatch(c -> c == ONE || c == WITHIN || c == ANY) ? text : null;
    }

    /**
     * {@return whether some path matches both patterns}
     *
     * @param other the other pattern
     */
    public boolean overlaps(PathPattern other) {
        int start = 0;
        while (start < text.length()
                && start < other.text.length()
                && isLiteral(text.charAt(start))
                && isLiteral(other.text.charAt(start))) {
            if (text.charAt(start) != other.text.charAt(start)) {
                return false; // almost all pairs of routes differ here
            }
            start++;
        }
        return new Overlap(text, other.text).exists(start, start);
    }

    private static boolean isLiteral(char c) {
        return c < ONE || c > ANY;
    }

    private static boolean isRepeated(char c) {
        return c == WITHIN || c == ANY;
    }

    /** Searches for a path that two patterns match. Each pair of positions is visited once. */
    private static final class Overlap {

        private final String one;
        private final String two;
        private final BitSet visited;

        Overlap(String one, String two) {
            this.one = one;
            this.two = two;
            this.visited = new BitSet((one.length() + 1) * (two.length() + 1));
        }

        /** Returns whether the texts from these positions on have a match in common. */
        boolean exists(int i, int j) {
            int state = i * (two.length() + 1) + j;
            if (visited.get(state)) {
                return false;
            }
            visited.set(state);
            boolean moreOne = i < one.length();
            boolean moreTwo = j < two.length();
            if (!moreOne && !moreTwo) {
                return true;
            }
            if (moreOne && isRepeated(one.charAt(i))) {
                return exists(i + 1, j) || (moreTwo && covers(one.charAt(i), two.charAt(j)) && exists(i, j + 1));
            }
            if (moreTwo && isRepeated(two.charAt(j))) {
                return exists(i, j + 1) || (moreOne && covers(two.charAt(j), one.charAt(i)) && exists(i + 1, j));
            }
            return moreOne && moreTwo && isSame(one.charAt(i), two.charAt(j)) && exists(i + 1, j + 1);
        }

        private static boolean covers(char repeated, char c) {
            return repeated == ANY || c != '/';
        }

        private static boolean isSame(char c, char d) {
            return c == d || (c == ONE && d != '/') || (d == ONE && c != '/');
        }
    }
}
