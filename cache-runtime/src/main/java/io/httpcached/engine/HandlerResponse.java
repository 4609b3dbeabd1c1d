package io.httpcached.engine;

import io.httpcached.core.CacheResponse;
import io.httpcached.core.EntityTag;
import io.httpcached.core.Fields;
import io.httpcached.core.Reads;
import io.httpcached.core.ReuseDecider;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The response that a handler produced.
 *
 * @param status the status code
 * @param fields the header fields
 * @param body the whole encoded body, or null if it is streamed, too large or could not be encoded
 * @param noBodyReason the reason why there is no body, or null
 * @param tags the tags that the handler adds to those known from the request
 * @param reads the parts of the request that the handler read although the key does not contain them
 */
@SuppressWarnings("ArrayRecordComponent") // handed on once and never compared; a copy would double the cost of a miss
public record HandlerResponse(
        int status,
        Fields fields,
        byte @Nullable [] body,
        @Nullable String noBodyReason,
        List<String> tags,
        Reads reads) {

    /**
     * Creates the response to a run that ended before its handler, because a filter responded or failed.
     *
     * @param status the status code
     * @return the response
     */
    public static HandlerResponse notReached(int status) {
        return new HandlerResponse(status, Fields.EMPTY, null, OutcomeDetail.NOT_REACHED.text());
    }

    /**
     * Creates a response without tags.
     *
     * @param status the status code
     * @param fields the header fields
     * @param body the whole encoded body, or null
     * @param noBodyReason the reason why there is no body, or null
     */
    public HandlerResponse(int status, Fields fields, byte @Nullable [] body, @Nullable String noBodyReason) {
        this(status, fields, body, noBodyReason, List.of(), Reads.NONE);
    }

    /**
     * Returns the same response with tags.
     *
     * @param added the tags that the handler adds to those known from the request
     * @return the response
     */
    public HandlerResponse withTags(List<String> added) {
        return added.isEmpty() ? this : new HandlerResponse(status, fields, body, noBodyReason, added, reads);
    }

    /**
     * Returns the same response with the reads of its handler.
     *
     * @param observed the parts of the request that the handler read although the key does not contain them
     * @return the response
     */
    public HandlerResponse withReads(Reads observed) {
        return observed.equals(Reads.NONE)
                ? this
                : new HandlerResponse(status, fields, body, noBodyReason, tags, observed);
    }

    /**
     * Returns the same response with an entity tag, unless the handler set one.
     *
     * @param tag the tag that the response is known to have, or null
     * @return the response
     */
    public HandlerResponse withEntityTag(@Nullable EntityTag tag) {
        return tag == null || fields.has("ETag")
                ? this
                : new HandlerResponse(status, fields.plus("ETag", tag.toString()), body, noBodyReason, tags, reads);
    }

    /** {@return whether the response says anything about the handler} */
    boolean isReached() {
        return !OutcomeDetail.NOT_REACHED.text().equals(noBodyReason);
    }

    CacheResponse head() {
        return new CacheResponse(status, fields);
    }

    /** {@return whether a stale response may be served instead of this one (RFC 5861 §4)} */
    boolean isError() {
        return ReuseDecider.isError(status);
    }
}
