package io.httpcached.core;

import org.jspecify.annotations.Nullable;

/** Parses the numbers of header fields. They consist of digits only, without sign, fraction or white space. */
final class Digits {

    /**
     * Replaces numbers that are too large to calculate with (RFC 9111 §1.2.2). In seconds it exceeds the life of any cache,
     * and as an offset it lies beyond the end of any body.
     */
    static final long MAX = 1L << 31;

    /** The result for a text that is not a number. */
    static final long INVALID = -1;

    private Digits() {}

    /** {@return the number, at most {@link #MAX}, or {@link #INVALID}} */
    static long parse(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return INVALID;
        }
        long number = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Tokens.isDigit(c)) {
                return INVALID;
            }
            number = Math.min(MAX, number * 10 + (c - '0'));
        }
        return number;
    }
}
