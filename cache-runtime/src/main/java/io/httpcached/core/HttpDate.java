package io.httpcached.core;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Dates of HTTP header fields (RFC 9110 §5.6.7). */
public final class HttpDate {

    private HttpDate() {}

    /**
     * {@return the instant a field value says in one of the three formats, or null if it is none of them}
     *
     * @param text a field value; null when the field is absent
     * @param nowMillis the time by which two-digit years are understood
     */
    public static @Nullable Instant parse(@Nullable String text, long nowMillis) {
        return io.httpcached.core.Unwritten.yet();
    }

    /**
     * {@return an instant as an IMF-fixdate}
     *
     * @param epochMillis the instant, from year 0 to 9999; fractions of a second are cut off
     */
    public static String format(long epochMillis) {
        return io.httpcached.core.Unwritten.yet();
    }
}
