package io.httpcached.core;

import org.jspecify.annotations.Nullable;

/** Validates stored responses and brings them up to date (RFC 9111 §3.2, §4.3). */
public final class Freshening {

    private Freshening() {}

    /**
     * A stored response brought up to date.
     *
     * @param response the response, which answers the request at hand
     * @param keep whether it may be stored; if not, the old one must be removed as well
     */
    public record Freshened(StoredResponse response, boolean keep) {}

    /**
     * {@return the conditional fields that validate a stored response (§4.3.1); empty if it has no validator}
     *
     * @param stored the response
     */
    public static Fields validators(StoredResponse stored) {
        return io.httpcached.core.Unwritten.yet();
    }

    /**
     * {@return whether a 304 speaks of that stored response (§4.3.4)}
     *
     * @param notModified the fields of the 304
     * @param stored a candidate
     */
    public static boolean selects(Fields notModified, StoredResponse stored) {
        return io.httpcached.core.Unwritten.yet();
    }

    /**
     * {@return the stored response updated by a 304 (§3.2, §4.3.4)}
     *
     * @param request the request that was validated for
     * @param stored the response
     * @param notModified the fields of the 304
     * @param requestTimeMillis when the handler was called
     * @param responseTimeMillis when it answered
     * @param policy the route's policy
     */
    public static Freshened update(
            CacheRequest request,
            StoredResponse stored,
            Fields notModified,
            long requestTimeMillis,
            long responseTimeMillis,
            CachePolicy policy) {
        return io.httpcached.core.Unwritten.yet();
    }

    /**
     * {@return the stored response updated by a 200 to HEAD, or null if it proves to be out of date and is to be removed
     * (§4.3.5)}
     *
     * @param request the HEAD request
     * @param stored the response
     * @param head the fields of the answer to HEAD
     * @param requestTimeMillis when the handler was called
     * @param responseTimeMillis when it answered
     * @param policy the route's policy
     */
    public static @Nullable Freshened byHead(
            CacheRequest request,
            StoredResponse stored,
            Fields head,
            long requestTimeMillis,
            long responseTimeMillis,
            CachePolicy policy) {
        return io.httpcached.core.Unwritten.yet();
    }
}
