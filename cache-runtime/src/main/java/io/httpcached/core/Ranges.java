package io.httpcached.core;

/** Reads {@code Range} and {@code If-Range} (RFC 9110 §13.1.5, §14.2). */
public final class Ranges {

    private Ranges() {}

    /**
     * {@return what a request asks for of a stored response} To be asked after {@link Preconditions}.
     *
     * @param request the request
     * @param stored the selected response
     * @param nowMillis the time now, by which two-digit years are understood
     */
    public static RangeSelection select(CacheRequest request, StoredResponse stored, long nowMillis) {
        return io.httpcached.core.Unwritten.yet();
    }
}
