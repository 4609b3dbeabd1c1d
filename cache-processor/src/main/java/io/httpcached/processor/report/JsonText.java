package io.httpcached.processor.report;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Writes JSON (RFC 8259) in a layout for diffs: an object or array of strings, numbers and booleans takes one line; any other
 * has one line for each member, indented by two spaces.
 */
final class JsonText {

    private static final String INDENT = "  ";

    private final StringBuilder out = new StringBuilder();

    private JsonText() {}

    /**
     * Writes a value.
     *
     * @param value a {@code Map} with names as keys, a {@code List}, a {@code String}, an {@code Integer} or a
     *     {@code Boolean}; the elements of maps and lists likewise
     * @return the JSON text, with a line break at the end
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
            throw new IllegalArgumentException("Cannot be written as JSON: " + value.getClass());
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
        Object content = value instanceof Map.Entry<?, ?> member ? member.getValue() : value;
        return content instanceof Map || content instanceof List;
    }

    /** An unpaired surrogate is valid in Java and JSON, but cannot be encoded in UTF-8, so it is escaped. */
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
