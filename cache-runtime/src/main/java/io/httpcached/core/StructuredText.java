package io.httpcached.core;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Writes bare items of structured fields (RFC 9651 §3.3). */
final class StructuredText {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private StructuredText() {}

    /** Writes a text as a token if it can be one, else as a string. */
    static void appendTokenOrString(StringBuilder target, String text) {
        if (isToken(text)) {
            target.append(text);
        } else {
            appendString(target, text);
        }
    }

    /** Writes a text as a string. What no string can hold, being no printable ASCII, is percent-encoded. */
    static void appendString(StringBuilder target, String text) {
        target.append('"');
        text.codePoints().forEach(c -> appendCharacter(target, c));
        target.append('"');
    }

    private static void appendCharacter(StringBuilder target, int c) {
        if (c == '"' || c == '\\') {
            target.append('\\').append((char) c);
        } else if (c >= 0x20 && c < 0x7F) {
            target.append((char) c);
        } else {
            for (byte octet : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
                HEX.toHexDigits(target.append('%'), octet);
            }
        }
    }

    /** {@return whether a text is a token of structured fields, which is not quite one of HTTP (RFC 9651 §3.3.4)} */
    private static boolean isToken(String text) {
        if (text.isEmpty() || !(Tokens.isAlpha(text.charAt(0)) || text.charAt(0) == '*')) {
            return false;
        }
        for (int i = 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Tokens.isTokenCharacter(c) && c != ':' && c != '/') {
                return false;
            }
        }
        return true;
    }
}
