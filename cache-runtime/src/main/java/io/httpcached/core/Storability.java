package io.httpcached.core;

/** Whether a response may be stored (RFC 9111 §3). */
public sealed interface Storability {

    /** The length of a body that is still to come. */
    long UNKNOWN_LENGTH = -1;

    /**
     * It may.
     *
     * @param fields the fields that may be stored (§3.1)
     * @param withheld the fields that only the client may have whose request this is: those that a qualified
     *     {@code no-cache} or {@code private} names
     * @param lifetime the life of the response
     */
    record Store(Fields fields, Fields withheld, Lifetime lifetime) implements Storability {}

    /**
     * It may not.
     *
     * @param reason why
     */
    record Skip(Reason reason) implements Storability {}

    /** Why a response is not stored. */
    enum Reason {
        /** Only answers to GET are stored. */
        METHOD("only responses to GET are stored"),
        /** The status is not from 200 to 599. */
        STATUS_NOT_FINAL("the status is not a final one"),
        /** {@code must-understand} with a status that RFC 9110 does not define (§5.2.2.3). */
        STATUS_NOT_UNDERSTOOD("must-understand, and the status is not understood"),
        /** 206 and 304, and 412 and 416 when the request gave cause. */
        STATUS_OF_ONE_REQUEST("the status answers the range or condition of one request"),
        /** {@code no-store} in the response (§5.2.2.5). */
        NO_STORE("the response says no-store"),
        /** {@code no-store} in the request (§5.2.1.5). */
        REQUEST_NO_STORE("the request says no-store"),
        /** {@code private} in a shared cache (§5.2.2.7). */
        PRIVATE("the response says private"),
        /** Requests that the handler tells apart would have one key. */
        NOT_KEYED("the handler was given more than the key holds"),
        /** The entry would belong to a user, and there is none. */
        NO_USER("the request has no principal"),
        /** An authenticated request and no permission to share (§3.5). */
        AUTHENTICATED("the request is authenticated and the response does not permit sharing"),
        /** Cookies are for one client. */
        SET_COOKIE("the response sets a cookie"),
        /** No other request would ever match (§4.1). */
        VARY_STAR("the response varies on everything"),
        /** The body is not as long as {@code Content-Length} says (§3.3). */
        INCOMPLETE("the body is not as long as Content-Length says"),
        /** Neither the response nor the policy gives a lifetime (§4.2.1). */
        NO_LIFETIME("the response has no lifetime"),
        /** It is stale when it arrives, cannot be validated and must not be used stale. */
        STALE_AT_ONCE("the response is stale at once and cannot be validated");

        private final String text;

        Reason(String text) {
            this.text = text;
        }

        /** {@return the reason for people} */
        public String text() {
            return text;
        }
    }

    /**
     * {@return the verdict} The response is the handler's own, before anything was added to it: what
     * {@link ResponseFields} adds would look like the handler's own lifetime.
     *
     * @param request the request
     * @param response what the handler answered
     * @param bodyLength the bytes of body that arrived, or {@link #UNKNOWN_LENGTH} before it has
     * @param requestTimeMillis when the handler was called
     * @param responseTimeMillis when it answered
     * @param policy the route's policy
     */
    static Storability decide(
            CacheRequest request,
            CacheResponse response,
            long bodyLength,
            long requestTimeMillis,
            long responseTimeMillis,
            CachePolicy policy) {
        if (!request.method().equals("GET")) {
            return new Skip(Reason.METHOD);
        }
        return StorageRules.judge(request, response, bodyLength, requestTimeMillis, responseTimeMillis, policy);
    }
}
