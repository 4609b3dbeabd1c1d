package io.httpcached.engine;

import io.httpcached.core.RequestPart;
import io.httpcached.core.StoredResponse;
import java.util.List;

/** The value of a key in a store. */
public sealed interface Entry {

    /**
     * Returns the same entry with its response marked stale.
     *
     * @param sinceMillis the moment when its freshness ended, in milliseconds since the epoch
     * @return the entry; unchanged if it has no response
     */
    default Entry markedStale(long sinceMillis) {
        return this instanceof Response entry ? new Response(entry.response.markedStale(sinceMillis)) : this;
    }

    /**
     * A stored response.
     *
     * @param response the response
     */
    record Response(StoredResponse response) implements Entry {}

    /**
     * The parts of a request that select among the route's responses. The responses are stored under keys made of this key and the
     * values of those parts (RFC 9111 §4.1).
     *
     * @param parts the parts, sorted
     */
    record Variants(List<RequestPart> parts) implements Entry {}
}
