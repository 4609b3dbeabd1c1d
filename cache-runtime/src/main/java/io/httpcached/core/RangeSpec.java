package io.httpcached.core;

import org.jspecify.annotations.Nullable;

/**
 * One range as it is asked for (RFC 9110 §14.1.1).
 *
 * @param first the place of the first byte, or {@link Digits#INVALID} for the last bytes of the body
 * @param last the place of the last byte, or how many last bytes, or {@link Digits#INVALID} for all that follows
 */
record RangeSpec(long first, long last) {

    /** {@return the range that a text asks for, or null if it is malformed} */
    static @Nullable RangeSpec parse(String text) {
        int dash = text.indexOf('-');
        if (dash < 0) {
            return null;
        }
        RangeSpec spec = new RangeSpec(Digits.parse(text.substring(0, dash)), Digits.parse(text.substring(dash + 1)));
        boolean firstGiven = dash > 0;
        boolean lastGiven = dash < text.length() - 1;
        boolean numbers = firstGiven == spec.first >= 0 && lastGiven == spec.last >= 0;
        boolean forwards = !firstGiven || !lastGiven || spec.first <= spec.last;
        return numbers && forwards && (firstGiven || lastGiven) ? spec : null;
    }

    boolean isSuffix() {
        return first < 0;
    }

    /** {@return what of a body is asked for, or null if that is nothing (§14.1.2)} */
    @Nullable
    ByteRange within(int length) {
        long from = isSuffix() ? Math.max(0, length - last) : first;
        long to = isSuffix() || last < 0 ? length - 1L : Math.min(last, length - 1L);
        return from <= to ? new ByteRange((int) from, (int) to) : null;
    }
}
