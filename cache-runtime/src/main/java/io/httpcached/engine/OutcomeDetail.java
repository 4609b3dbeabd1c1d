package io.httpcached.engine;

/** The details of outcomes that do not follow from a rule of HTTP. */
public enum OutcomeDetail {
    /** The response is a stream, or nobody may store it, so that its body is not read. */
    STREAMED("streamed"),
    /** The body is larger than {@code http-cache.max-body-size}. */
    BODY_TOO_LARGE("body over max-body-size"),
    /** No writer of the server could encode the body. */
    NOT_ENCODED("the body cannot be encoded"),
    /** The handler, or code around it, broke a rule of its route or broke off. */
    NOT_READ("not read"),
    /** A filter nearer to the handler answered in its place. */
    NOT_REACHED("not reached"),
    /** A stored response is good for later requests (RFC 5861 §4). */
    ERROR_KEEPS_STORED("an error does not replace the stored response"),
    /** The response has more tags than {@code http-cache.max-tags}. */
    TOO_MANY_TAGS("too many tags"),
    /** On a route whose responses are shared. */
    USER_READ("the handler read the user, and others may be served the response"),
    /** Error responses of the framework contain the URI. */
    UNKEYED_QUERY("an error response may contain query parameters that the key does not contain"),
    /** What the client receives is not what the handler returned. */
    CHANGED("a filter outside the cache changed the response"),
    /** A 304 whose validators are not those of the stored response (RFC 9111 §4.3.4). */
    OTHER_NOT_MODIFIED("304 for another response"),
    /** Rendering failed. */
    NOT_SENDABLE("the stored response cannot be sent"),
    /** The backend failed or did not answer in time. */
    BACKEND_UNAVAILABLE("backend unavailable"),
    /** An invalidation of a tag has not reached the backend yet. */
    INVALIDATION_UNCONFIRMED("invalidation unconfirmed"),
    /** This node may have missed invalidations. */
    BROADCAST_UNAVAILABLE("broadcast unavailable"),
    /** The body of the request is larger than {@code http-cache.max-request-body-size}. */
    REQUEST_BODY_TOO_LARGE("request body over max-request-body-size"),
    /** The body of the request broke off, or a filter has used it up. */
    REQUEST_BODY_NOT_READABLE("the request body cannot be read"),
    /** RFC 9110 §13.2.1: to a POST request, only its handler knows what a condition applies to. */
    CONDITIONAL_POST("the condition of a POST request is for its handler");

    private final String text;

    OutcomeDetail(String text) {
        this.text = text;
    }

    /** {@return the detail as text, for {@code Cache-Status} and logs} */
    public String text() {
        return text;
    }
}
