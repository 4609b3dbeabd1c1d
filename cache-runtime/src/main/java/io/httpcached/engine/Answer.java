package io.httpcached.engine;

import io.httpcached.core.Outcome;
import io.httpcached.core.StoredResponse;

/** How a request is to be answered. */
public sealed interface Answer {

    /** {@return what happened and why} */
    Outcome outcome();

    /**
     * From a stored response, whether it was stored long ago or just now.
     *
     * @param response the response
     * @param age its age in seconds
     * @param outcome what happened and why
     */
    record FromStore(StoredResponse response, long age, Outcome outcome) implements Answer {}

    /**
     * With what the handler answered, untouched.
     *
     * @param outcome what happened and why
     */
    record FromHandler(Outcome outcome) implements Answer {}

    /**
     * With 504: the client wanted a stored response only, and there is none (RFC 9111 §5.2.1.7).
     *
     * @param outcome what happened and why
     */
    record Refused(Outcome outcome) implements Answer {}
}
