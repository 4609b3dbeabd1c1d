package io.httpcached.core;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Evaluates conditional requests (RFC 9110 §13). */
public final class Preconditions {

    private Preconditions() {}

    /** What the conditions of a request come to. */
    public enum Verdict {
        /** Answer as if there were no conditions. */
        PROCEED,
        /** Answer with 304. */
        NOT_MODIFIED,
        /** Answer with 412. */
        FAILED
    }

    /**
     * {@return the verdict on a stored response} Where it has no modification date, its {@code Date} or the time it
     * arrived stands in for {@code If-Modified-Since} (RFC 9111 §4.3.2).
     *
     * @param request the request
     * @param stored the selected response
     * @param nowMillis the time now, by which two-digit years are understood
     */
    public static Verdict evaluate(CacheRequest request, StoredResponse stored, long nowMillis) {
        return io.httpcached.core.Unwritten.yet();
    }

    /**
     * {@return the verdict on a response}
     *
     * @param request the request
     * @param status the status it would be answered with; conditions apply to 2xx alone
     * @param entityTag its entity tag
     * @param lastModified its modification date
     * @param nowMillis the time now, by which two-digit years are understood
     */
    public static Verdict evaluate(
            CacheRequest request,
            int status,
            @Nullable EntityTag entityTag,
            @Nullable Instant lastModified,
            long nowMillis) {
        return io.httpcached.core.Unwritten.yet();
    }
}
