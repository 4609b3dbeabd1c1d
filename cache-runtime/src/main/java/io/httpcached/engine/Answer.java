package io.httpcached.engine;

import io.httpcached.core.Fields;
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
     * @param withheld fields of it that are not stored, because only the client may have them that it was fetched for
     * @param age its age in seconds
     * @param outcome what happened and why
     */
    record FromStore(StoredResponse response, Fields withheld, long age, Outcome outcome) implements Answer {

        /**
         * A response without anything withheld.
         *
         * @param response the response
         * @param age its age in seconds
         * @param outcome what happened and why
         */
        FromStore(StoredResponse response, long age, Outcome outcome) {
            this(response, Fields.EMPTY, age, outcome);
        }
    }

    /**
     * With what the handler answered, untouched.
     *
     * @param outcome what happened and why
     */
    record FromHandler(Outcome outcome) implements Answer {}

    /**
     * With what the handler answered to a run apart from the request, made for it alone.
     *
     * @param fetched what it answered, with its body
     * @param outcome what happened and why
     */
    record FromRefresh(HandlerResponse fetched, Outcome outcome) implements Answer {}

    /**
     * With 504: the client wanted a stored response only, and there is none (RFC 9111 §5.2.1.7).
     *
     * @param outcome what happened and why
     */
    record Refused(Outcome outcome) implements Answer {}
}
