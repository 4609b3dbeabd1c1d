package io.httpcached.core;

import java.math.BigDecimal;

/**
 * The text of a value in tags and paths: equal values have one text, whatever their spelling in a request. Stateless.
 *
 * <p>Numbers have the shortest decimal form, other values that of {@link Object#toString}.
 */
public final class CanonicalText {

    /** The number of digits up to which a number is written without an exponent, which could make the text of any length. */
    private static final int PLAIN_DIGITS = 40;

    private static final int UUID_LENGTH = 36;

    private CanonicalText() {}

    /**
     * Returns the text of a value.
     *
     * @param value any value
     * @return its text
     */
    public static String of(Object value) {
        if (value instanceof BigDecimal decimal) {
            return decimal(decimal);
        }
        if (value instanceof Double || value instanceof Float) {
            return real(value.toString());
        }
        return value.toString();
    }

    /**
     * Returns whether the text of a value is that of {@link Object}, which is another one for each instance.
     *
     * @param value any value
     * @return true if its class does not define a text
     */
    public static boolean isIdentity(Object value) {
        return value.toString().equals(value.getClass().getName() + '@' + Integer.toHexString(value.hashCode()));
    }

    /**
     * Returns the text of an integer without the characters that the server ignores: a plus sign and leading zeros.
     *
     * @param text any text
     * @return the integer in its shortest form; the text itself if it is no {@code long}, for which binding fails
     */
    public static String integer(String text) {
        if (isShortestInteger(text)) {
            return text;
        }
        try {
            return Long.toString(Long.parseLong(text));
        } catch (NumberFormatException notANumber) {
            return text;
        }
    }

    /**
     * {@return whether a text is the canonical text of a UUID} The server also accepts upper-case letters and omitted zeros.
     *
     * @param text any text
     */
    public static boolean isUuid(String text) {
        if (text.length() != UUID_LENGTH) {
            return false;
        }
        for (int i = 0; i < UUID_LENGTH; i++) {
            char c = text.charAt(i);
            boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
            if (dash ? c != '-' : !isLowerCaseHex(c)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLowerCaseHex(char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    }

    private static boolean isShortestInteger(String text) {
        if (text.isEmpty() || text.length() > 18 || text.charAt(0) == '0') {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static String real(String text) {
        return Character.isLetter(text.charAt(text.length() - 1)) ? text : decimal(new BigDecimal(text));
    }

    private static String decimal(BigDecimal value) {
        BigDecimal shortest = value.stripTrailingZeros();
        boolean plain = Math.abs((long) shortest.scale()) <= PLAIN_DIGITS;
        return plain ? shortest.toPlainString() : shortest.toString();
    }
}
