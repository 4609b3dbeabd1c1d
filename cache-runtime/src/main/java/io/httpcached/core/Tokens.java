package io.httpcached.core;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lexical rules of header fields (RFC 9110 §5.6). */
final class Tokens {

    private Tokens() {}

    /** {@return whether a token may contain a character (§5.6.2)} */
    static boolean isTokenCharacter(char c) {
        return isAlpha(c) || isDigit(c) || "!#$%&'*+-.^_`|~".indexOf(c) >= 0;
    }

    static boolean isAlpha(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isSpace(char c) {
        return c == ' ' || c == '\t';
    }

    static boolean isToken(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isTokenCharacter(text.charAt(i))) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    /** {@return the value of a token or quoted string (§5.6.4), or null if the text is neither} */
    static @Nullable String value(String text) {
        int last = text.length() - 1;
        if (last < 1 || text.charAt(0) != '"' || text.charAt(last) != '"') {
            return isToken(text) ? text : null;
        }
        StringBuilder value = new StringBuilder(last);
        for (int i = 1; i < last; i++) {
            boolean escaped = text.charAt(i) == '\\';
            i += escaped ? 1 : 0;
            if (i == last || (!escaped && text.charAt(i) == '"')) {
                return null;
            }
            value.append(text.charAt(i));
        }
        return value.toString();
    }

    /** {@return the text between two offsets without the optional white space at its ends (§5.6.3)} */
    static String trim(String text, int from, int to) {
        int start = from;
        int end = to;
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    /** {@return the trimmed parts between separators outside quoted strings, including empty parts} */
    static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>(4);
        int start = 0;
        while (start <= text.length()) {
            int end = endOfPart(text, start, separator);
            parts.add(trim(text, start, end));
            start = end + 1;
        }
        return parts;
    }

    /** {@return the members of a list field with one or more lines, without empty members (§5.6.1.2)} */
    static List<String> members(List<String> lines) {
        if (lines.isEmpty()) {
            return List.of();
        }
        List<String> members = new ArrayList<>(4);
        for (String line : lines) {
            for (String part : split(line, ',')) {
                if (!part.isEmpty()) {
                    members.add(part);
                }
            }
        }
        return members;
    }

    /** {@return the offset of the next separator outside quoted strings, or the end of the text} */
    static int endOfPart(String text, int from, char separator) {
        boolean quoted = false;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == '\\' && quoted) {
                i++;
            } else if (c == separator && !quoted) {
                return i;
            }
        }
        return text.length();
    }
}
