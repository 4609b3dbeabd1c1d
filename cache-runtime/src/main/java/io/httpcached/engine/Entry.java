package io.httpcached.engine;

import io.httpcached.core.StoredResponse;
import java.util.List;

/** What a key holds. */
public sealed interface Entry {

    /**
     * {@return the same entry with its response made to age}
     *
     * @param sinceMillis from when on, in milliseconds since the epoch
     */
    default Entry outdated(long sinceMillis) {
        return this instanceof Response entry ? new Response(entry.response.markedStale(sinceMillis)) : this;
    }

    /**
     * A stored response.
     *
     * @param response the response
     */
    record Response(StoredResponse response) implements Entry {}

    /**
     * The request fields that the route's responses were seen to vary on; the responses are kept under keys made of this
     * one and the values of those fields (RFC 9111 §4.1).
     *
     * @param fields lower-case names, sorted
     */
    record Variants(List<String> fields) implements Entry {}
}
