package io.httpcached.engine;

import io.httpcached.core.CacheResponse;
import io.httpcached.core.Fields;
import org.jspecify.annotations.Nullable;

/**
 * What a handler answered.
 *
 * @param status the status code
 * @param fields the header fields
 * @param body the whole encoded body, or null when it is streamed, too large or could not be encoded
 * @param failure what the handler threw, or null
 * @param detail why there is no body, or null
 */
@SuppressWarnings("ArrayRecordComponent") // handed on once and never compared; a copy would double the cost of a miss
public record Fetched(
        int status, Fields fields, byte @Nullable [] body, @Nullable Throwable failure, @Nullable String detail) {

    CacheResponse head() {
        return new CacheResponse(status, fields);
    }

    /** {@return whether a stale response may stand in for this one (RFC 5861 §4)} */
    boolean isError() {
        return failure != null || status == 500 || status == 502 || status == 503 || status == 504;
    }
}
