package io.httpcached.core;

/**
 * Checks that a stored response can be sent. A response in a store outside the process may be damaged, or may be written by
 * something else.
 */
public final class ResponseSyntax {

    private static final int DELETE = 0x7F;

    /** Twice the longest duration, because an age may be the sum of two. */
    private static final long MAXIMUM_SECONDS = 2L * Digits.MAX;

    /** The end of the year 9999, after which there are no dates in HTTP (RFC 9110 §5.6.7). */
    private static final long MAXIMUM_MILLIS = 253_402_300_799_999L;

    private ResponseSyntax() {}

    /**
     * Returns whether a response can be sent: a final status, field lines as RFC 9110 §5.1 and §5.5 define them, and times
     * within the range of those that this cache stores.
     *
     * @param response the stored response
     * @return whether all of its parts are valid
     */
    public static boolean isValid(StoredResponse response) {
        return response.status() >= 200
                && response.status() <= 599
                && areValid(response.fields())
                && isValid(response.lifetime())
                && isTime(response.requestTimeMillis())
                && isTime(response.responseTimeMillis());
    }

    private static boolean areValid(Fields fields) {
        for (int i = 0; i < fields.size(); i++) {
            if (!Tokens.isToken(fields.name(i)) || !isFieldValue(fields.value(i))) {
                return false;
            }
        }
        return true;
    }

    /** RFC 9110 §5.5. */
    private static boolean isFieldValue(String value) {
        if (!value.isEmpty() && Tokens.isSpace(value.charAt(0))) {
            return false;
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if ((c < ' ' && c != '\t') || c == DELETE) {
                return false;
            }
        }
        return true;
    }

    private static boolean isValid(Lifetime lifetime) {
        return isDuration(lifetime.freshSeconds())
                && isDuration(lifetime.initialAgeSeconds())
                && isDuration(lifetime.staleWhileRevalidateSeconds())
                && isDuration(lifetime.staleIfErrorSeconds());
    }

    private static boolean isDuration(long seconds) {
        return seconds >= 0 && seconds <= MAXIMUM_SECONDS;
    }

    private static boolean isTime(long millis) {
        return millis >= 0 && millis <= MAXIMUM_MILLIS;
    }
}
