package io.httpcached.core;

import java.nio.charset.StandardCharsets;

/**
 * Converts text to bytes and back so that different texts have different bytes. Java's own encoder writes {@code ?} for every
 * unpaired surrogate, so that two users or two keys could become one. Here an unpaired surrogate has the three bytes that the
 * encoding scheme of UTF-8 gives its code point (WTF-8); all other text is plain UTF-8.
 */
public final class Utf8 {

    private static final int BYTES_OF_A_SURROGATE = 3;
    private static final int LEAD = 0xED;
    private static final int FIRST_CONTINUATION_OF_A_SURROGATE = 0xA0;
    private static final int SIX_BITS = 0x3F;
    private static final char REPLACEMENT = '\uFFFD';

    private Utf8() {}

    /**
     * Returns the bytes of a text. No other text has the same bytes.
     *
     * @param text any text
     * @return its bytes
     */
    public static byte[] encode(String text) {
        int unpaired = countUnpaired(text);
        return unpaired == 0 ? text.getBytes(StandardCharsets.UTF_8) : encode(text, unpaired);
    }

    /**
     * Returns whether a text is well-formed: all its surrogates are paired.
     *
     * @param text any text
     * @return whether plain UTF-8 can represent it
     */
    public static boolean isWellFormed(String text) {
        return countUnpaired(text) == 0;
    }

    /**
     * Returns the text of bytes that {@link #encode} returned. Malformed bytes become replacement characters.
     *
     * @param bytes an array that contains the bytes
     * @param offset the offset of the first byte
     * @param length the number of bytes
     * @return the text
     */
    public static String decode(byte[] bytes, int offset, int length) {
        String text = new String(bytes, offset, length, StandardCharsets.UTF_8);
        return text.indexOf(REPLACEMENT) < 0 ? text : decodeSurrogates(bytes, offset, offset + length);
    }

    private static byte[] encode(String text, int unpaired) {
        // Plain UTF-8 would take one byte, a question mark, for each unpaired surrogate.
        int plain = text.getBytes(StandardCharsets.UTF_8).length;
        byte[] bytes = new byte[plain + unpaired * (BYTES_OF_A_SURROGATE - 1)];
        int at = 0;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            if (isUnpaired(text, i)) {
                at = append(bytes, at, text.substring(start, i));
                char surrogate = text.charAt(i);
                bytes[at++] = (byte) LEAD;
                bytes[at++] = (byte) (0x80 | ((surrogate >> 6) & SIX_BITS));
                bytes[at++] = (byte) (0x80 | (surrogate & SIX_BITS));
                start = i + 1;
            }
        }
        append(bytes, at, text.substring(start));
        return bytes;
    }

    private static int append(byte[] bytes, int at, String wellFormed) {
        byte[] part = wellFormed.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(part, 0, bytes, at, part.length);
        return at + part.length;
    }

    /** In plain UTF-8 no byte is 0xED but the first of a character, and never before a byte from 0xA0 on. */
    private static String decodeSurrogates(byte[] bytes, int offset, int end) {
        StringBuilder text = new StringBuilder(end - offset);
        int start = offset;
        int i = offset;
        while (i + 2 < end) {
            if ((bytes[i] & 0xFF) == LEAD && (bytes[i + 1] & 0xFF) >= FIRST_CONTINUATION_OF_A_SURROGATE) {
                text.append(new String(bytes, start, i - start, StandardCharsets.UTF_8));
                text.append((char) (0xD000 | ((bytes[i + 1] & SIX_BITS) << 6) | (bytes[i + 2] & SIX_BITS)));
                i += BYTES_OF_A_SURROGATE;
                start = i;
            } else {
                i++;
            }
        }
        return text.append(new String(bytes, start, end - start, StandardCharsets.UTF_8))
                .toString();
    }

    private static int countUnpaired(String text) {
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            if (isUnpaired(text, i)) {
                count++;
            }
        }
        return count;
    }

    private static boolean isUnpaired(String text, int index) {
        char c = text.charAt(index);
        if (!Character.isSurrogate(c)) {
            return false;
        }
        return Character.isHighSurrogate(c)
                ? index + 1 == text.length() || !Character.isLowSurrogate(text.charAt(index + 1))
                : index == 0 || !Character.isHighSurrogate(text.charAt(index - 1));
    }
}
