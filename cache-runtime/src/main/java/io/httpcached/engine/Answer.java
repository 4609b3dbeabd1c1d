package io.httpcached.engine;

import io.httpcached.core.Fields;
import io.httpcached.core.Outcome;
import io.httpcached.core.StoredResponse;

/** The answer to a request. */
public sealed interface Answer {

    /** {@return the outcome and its reason, for {@code Cache-Status}} */
    Outcome outcome();

    /**
     * A stored response, whether it was stored before the request or because of it.
     *
     * @param response the stored response
     * @param withheld the fields that are not stored, because only the client of the original request may receive them
     * @param age the age of the response in seconds (RFC 9111 §4.2.3)
     * @param outcome the outcome and its reason
     */
    record FromStore(StoredResponse response, Fields withheld, long age, Outcome outcome) implements Answer {

        /**
         * Creates an answer without withheld fields.
         *
         * @param response the stored response
         * @param age the age of the response in seconds
         * @param outcome the outcome and its reason
         */
        FromStore(StoredResponse response, long age, Outcome outcome) {
            this(response, Fields.EMPTY, age, outcome);
        }
    }

    /**
     * The response of the request's own handler run, unchanged.
     *
     * @param outcome the outcome and its reason
     */
    record FromHandler(Outcome outcome) implements Answer {}

    /**
     * The response of a handler run in the background that was started for this request.
     *
     * @param response the handler response, with its body
     * @param outcome the outcome and its reason
     */
    record FromDetachedRun(HandlerResponse response, Outcome outcome) implements Answer {}

    /**
     * An error, because the handler failed for other requests that the request waited for. Nothing else of their responses
     * reaches it.
     *
     * @param status the status of the last failure
     * @param outcome the outcome and its reason
     */
    record SharedFailure(int status, Outcome outcome) implements Answer {}

    /**
     * 504, because the client accepts only a stored response and none can be used (RFC 9111 §5.2.1.7).
     *
     * @param outcome the outcome and its reason
     */
    record GatewayTimeout(Outcome outcome) implements Answer {}
}
