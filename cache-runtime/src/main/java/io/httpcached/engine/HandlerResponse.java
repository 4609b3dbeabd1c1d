package io.httpcached.engine;

import io.httpcached.core.CacheResponse;
import io.httpcached.core.EntityTag;
import io.httpcached.core.Fields;
import io.httpcached.core.ReuseDecider;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a handler answered.
 *
 * @param status the status code
 * @param fields the header fields
 * @param body the whole encoded body, or null when it is streamed, too large or could not be encoded
 * @param failure what the handler threw, or null
 * @param detail why there is no body, or null
 * @param tags the tags that it adds to those known from the request
 */
@SuppressWarnings("ArrayRecordComponent") // handed on once and never compared; a copy would double the cost of a miss
public record HandlerResponse(
        int status,
        Fields fields,
        byte @Nullable [] body,
        @Nullable Throwable failure,
        @Nullable String detail,
        List<String> tags) {

    /**
     * An answer without tags.
     *
     * @param status the status code
     * @param fields the header fields
     * @param body the whole encoded body, or null
     * @param failure what the handler threw, or null
     * @param detail why there is no body, or null
     */
    public HandlerResponse(
            int status, Fields fields, byte @Nullable [] body, @Nullable Throwable failure, @Nullable String detail) {
        this(status, fields, body, failure, detail, List.of());
    }

    /**
     * {@return the same with tags}
     *
     * @param added the tags that it adds to those known from the request
     */
    public HandlerResponse withTags(List<String> added) {
        return added.isEmpty() ? this : new HandlerResponse(status, fields, body, failure, detail, added);
    }

    /**
     * {@return the same with an entity tag, unless the handler gave one}
     *
     * @param tag the tag that the response is known to have, or null
     */
    public HandlerResponse tagged(@Nullable EntityTag tag) {
        return tag == null || fields.has("ETag")
                ? this
                : new HandlerResponse(status, fields.plus("ETag", tag.toString()), body, failure, detail, tags);
    }

    CacheResponse head() {
        return new CacheResponse(status, fields);
    }

    /** {@return whether a stale response may stand in for this one (RFC 5861 §4)} */
    boolean isError() {
        return failure != null || ReuseDecider.isError(status);
    }
}
