package io.httpcached.processor.report;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Writes JSON (RFC 8259) that reads well as a difference: what holds nothing but texts, numbers and truth values takes one
 * line, and anything else a line for each of its members, two spaces deeper.
 */
final class JsonText {

    private static final String INDENT = "  ";

    private final StringBuilder out = new StringBuilder();

    private JsonText() {}

    /**
     * Writes a value.
     *
     * @param value a {@code Map} with names for keys, a {@code List}, a {@code String}, an {@code Integer} or a
     *     {@code Boolean}, and likewise within
     * @return its text, with a line break at the end
     */
    static String of(Object value) {
        JsonText text = new JsonText();
        text.value(value, "\n");
        return text.out.append('\n').toString();
    }

    private void value(Object value, String lineBreak) {
        if (value instanceof Map<?, ?> members) {
            members('{', members.entrySet(), '}', lineBreak);
        } else if (value instanceof List<?> elements) {
            members('[', elements, ']', lineBreak);
        } else if (value instanceof Map.Entry<?, ?> member) {
            text(member.getKey().toString());
            out.append(": ");
            value(member.getValue(), lineBreak);
        } else if (value instanceof String text) {
            text(text);
        } else if (value instanceof Integer || value instanceof Boolean) {
            out.append(value);
        } else {
            throw new IllegalArgumentException("No JSON is made of " + value.getClass());
        }
    }

    private void members(char begin, Collection<?> members, char end, String lineBreak) {
        boolean flat = members.stream().noneMatch(JsonText::isNested);
        String separator = "";
        out.append(begin);
        for (Object member : members) {
            out.append(separator).append(flat ? "" : lineBreak + INDENT);
            value(member, lineBreak + INDENT);
            separator = flat ? ", " : ",";
        }
        out.append(flat ? "" : lineBreak).append(end);
    }

    private static boolean isNested(Object value) {
        Object held = value instanceof Map.Entry<?, ?> member ? member.getValue() : value;
        return held instanceof Map || held instanceof List;
    }

    /** Half a surrogate pair is a text for Java and JSON, but has no form in UTF-8. */
    private void text(String text) {
        out.append('"');
        text.codePoints().forEach(character -> {
            if (character == '"' || character == '\\') {
                out.append('\\').append((char) character);
            } else if (Character.isISOControl(character) || Character.getType(character) == Character.SURROGATE) {
                out.append(String.format("\\u%04x", character));
            } else {
                out.appendCodePoint(character);
            }
        });
        out.append('"');
    }
}
