package io.httpcached.server.interceptor;

/** The canonical form of a whole number. */
final class WholeNumber {

    private WholeNumber() {}

    /**
     * Removes the characters that the server ignores when it binds a text to a whole number: a plus sign and leading zeros.
     *
     * @param text any text
     * @return the number in its shortest form; the text itself if it is not a number, for which binding fails, and the error
     *     response is not stored
     */
    static String canonical(String text) {
        if (text.length() > 18) {
            return text;
        }
        try {
            return Long.toString(Long.parseLong(text));
        } catch (NumberFormatException notANumber) {
            return text;
        }
    }
}
