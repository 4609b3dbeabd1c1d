package io.httpcached.annotation;

/**
 * The grammar of {@link HttpCached#ignoredParameters}: the name of a query parameter, such as {@code fbclid}, or the beginning of
 * names, such as {@code utm_*}. Names are case-sensitive.
 */
public final class ParameterPattern {

    private static final char ANY_END = '*';

    private ParameterPattern() {}

    /**
     * Returns whether a text is a pattern. The pattern {@code *} is not valid, because it would match every parameter.
     *
     * @param text the text
     * @return true if it is a name, or the beginning of names with {@code *} at its end
     */
    public static boolean isValid(String text) {
        int star = text.indexOf(ANY_END);
        return !text.isBlank() && (star < 0 || (star > 0 && star == text.length() - 1));
    }

    /**
     * Returns whether a pattern matches the name of a query parameter.
     *
     * @param pattern a valid pattern
     * @param name the decoded name
     * @return true if it matches
     */
    public static boolean matches(String pattern, String name) {
        int last = pattern.length() - 1;
        return pattern.charAt(last) == ANY_END ? name.regionMatches(0, pattern, 0, last) : name.equals(pattern);
    }
}
