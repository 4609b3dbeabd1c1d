package io.httpcached.core;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Removes from JSON what carries no information: white space between tokens, and the order of members. Texts and numbers stay as
 * they are spelled, so that no two values become one. Used by one thread.
 */
final class JsonNormalizer {

    /** Deeper bodies could overflow the stack. */
    private static final int MAXIMUM_DEPTH = 64;

    private final String text;
    private int position;

    private JsonNormalizer(String text) {
        this.text = text;
    }

    /** The text is not JSON, or its normal form could be that of another value. */
    private static final class NotNormalizable extends RuntimeException {

        private static final long serialVersionUID = 1;

        NotNormalizable() {
            super(null, null, false, false);
        }
    }

    /**
     * Returns the normal form of a JSON text.
     *
     * @param body the bytes of the text, in UTF-8
     * @return the normal form; null if the bytes are not a JSON text, if names are duplicate or
     *     contain escapes, or if values are nested too deeply
     */
    static @Nullable String normalize(byte[] body) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            JsonNormalizer normalizer = new JsonNormalizer(text);
            String value = normalizer.value(0);
            normalizer.skipSpace();
            return normalizer.position == text.length() ? value : null;
        } catch (CharacterCodingException | NotNormalizable e) {
            return null;
        }
    }

    private String value(int depth) {
        skipSpace();
        if (depth > MAXIMUM_DEPTH) {
            throw new NotNormalizable();
        }
        return switch (peek()) {
            case '{' -> object(depth);
            case '[' -> array(depth);
            case '"' -> string();
            default -> token();
        };
    }

    private String object(int depth) {
        Map<String, String> members = new TreeMap<>();
        position++;
        skipSpace();
        boolean more = peek() != '}';
        while (more) {
            skipSpace();
            String name = name();
            skipSpace();
            expect(':');
            if (members.put(name, value(depth + 1)) != null) {
                throw new NotNormalizable();
            }
            more = continues('}');
        }
        expect('}');
        StringBuilder out = new StringBuilder("{");
        for (Iterator<Map.Entry<String, String>> each = members.entrySet().iterator(); each.hasNext(); ) {
            Map.Entry<String, String> member = each.next();
            out.append(member.getKey()).append(':').append(member.getValue()).append(each.hasNext() ? "," : "");
        }
        return out.append('}').toString();
    }

    private String array(int depth) {
        StringBuilder out = new StringBuilder("[");
        position++;
        skipSpace();
        boolean more = peek() != ']';
        while (more) {
            out.append(value(depth + 1));
            more = continues(']');
            out.append(more ? "," : "");
        }
        expect(']');
        return out.append(']').toString();
    }

    private boolean continues(char end) {
        skipSpace();
        if (peek() == end) {
            return false;
        }
        expect(',');
        return true;
    }

    /**
     * {@return a name with its quotes} With an escape, it may be the name of another member that is spelled differently, and a reader
     * takes the first or the last of them, so the members must stay in their order.
     */
    private String name() {
        String name = string();
        if (name.indexOf('\\') >= 0) {
            throw new NotNormalizable();
        }
        return name;
    }

    /** {@return a text with its quotes, as it is spelled} */
    private String string() {
        int start = position;
        expect('"');
        while (peek() != '"') {
            // RFC 8259 §7: control characters are escaped.
            if (peek() < ' ') {
                throw new NotNormalizable();
            }
            position += peek() == '\\' ? 2 : 1;
        }
        position++;
        return text.substring(start, position);
    }

    /** A number or a literal. A reader decides whether it is a valid one; here only its end matters. */
    private String token() {
        int start = position;
        while (position < text.length() && isTokenCharacter(text.charAt(position))) {
            position++;
        }
        if (position == start) {
            throw new NotNormalizable();
        }
        return text.substring(start, position);
    }

    private static boolean isTokenCharacter(char c) {
        return (c >= '0' && c <= '9')
                || (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || c == '+'
                || c == '-'
                || c == '.';
    }

    private void skipSpace() {
        while (position < text.length() && " \t\r\n".indexOf(text.charAt(position)) >= 0) {
            position++;
        }
    }

    private char peek() {
        if (position >= text.length()) {
            throw new NotNormalizable();
        }
        return text.charAt(position);
    }

    private void expect(char c) {
        if (peek() != c) {
            throw new NotNormalizable();
        }
        position++;
    }
}
