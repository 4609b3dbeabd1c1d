package io.httpcached.core;

import org.jspecify.annotations.Nullable;

/** Numbers in header fields, which are digits alone: no sign, no fraction, no white space. */
final class Digits {

    /**
     * What a number stands for that is too large to calculate with (RFC 9111 §1.2.2). As seconds it is longer than any
     * cache lives, as a place it lies beyond any body.
     */
    static final long MAX = 1L << 31;

    /** The text is no number. */
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
