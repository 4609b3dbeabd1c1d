package io.httpcached.core;

/** The decision whether a response may be stored (RFC 9111 §3). */
public sealed interface Storability {

    /** The length of a body that has not arrived yet. */
    long UNKNOWN_LENGTH = -1;

    /**
     * The response may be stored.
     *
     * @param fields the fields to store (§3.1)
     * @param withheld the fields that only the client of this request receives: those that a qualified {@code no-cache} or
     *     {@code private} names
     * @param lifetime the lifetime of the response
     */
    record Store(Fields fields, Fields withheld, Lifetime lifetime) implements Storability {}

    /**
     * The response may not be stored.
     *
     * @param reason the cause
     */
    record Skip(Reason reason) implements Storability {}

    /** Why a response is not stored. A cause that {@link Reuse.Reason} has as well has the same text. */
    enum Reason {
        /** The method is not GET, and the route is not cached by the content of its requests. */
        METHOD("only responses to GET are stored"),
        /** The status is not from 200 to 599. */
        STATUS_NOT_FINAL("the status is not a final status"),
        /** {@code must-understand} with a status that RFC 9110 does not define (§5.2.2.3). */
        STATUS_NOT_UNDERSTOOD("the response says must-understand, and RFC 9110 does not define its status"),
        /** 206 and 304, and 412 and 416 if the request has conditions or a range. */
        STATUS_OF_ONE_REQUEST("the status answers the range or condition of one request"),
        /** {@code no-store} in the response (§5.2.2.5). */
        NO_STORE("the response says no-store"),
        /** {@code no-store} in the request (§5.2.1.5). */
        REQUEST_NO_STORE(Reuse.Reason.NO_STORE.text()),
        /** {@code private} in a shared cache (§5.2.2.7). */
        PRIVATE("the response says private"),
        /** The handler can distinguish requests that share the key. */
        NOT_KEYED(Reuse.Reason.NOT_KEYED.text()),
        /** The route has one entry per user, and the request has no user. */
        NO_USER(Reuse.Reason.NO_USER.text()),
        /** The route has one entry per user, and the name of the user is missing or blank. */
        NO_USER_NAME(Reuse.Reason.NO_USER_NAME.text()),
        /** The request has a user, and the response does not permit sharing (§3.5, extended to users). */
        USER(Reuse.Reason.USER.text()),
        /** The request has {@code Authorization}, and the response does not permit sharing (§3.5). */
        AUTHORIZATION(Reuse.Reason.AUTHORIZATION.text()),
        /** A cookie is for one client. */
        SET_COOKIE("the response sets a cookie"),
        /** No other request would match (§4.1). */
        VARY_STAR("the response says Vary: *"),
        /** The length of the body differs from {@code Content-Length} (§3.3). */
        INCOMPLETE("the length of the body differs from Content-Length"),
        /** The status is not one to which the ttl of the policy applies, and the response has no lifetime (§4.2.1). */
        STATUS_WITHOUT_TTL("the status is not in the cacheable statuses, and the response has no lifetime of its own"),
        /** Neither the response nor the policy gives a lifetime (§4.2.1). */
        NO_LIFETIME("neither the response nor the route has a lifetime"),
        /** The response is stale on arrival, cannot be validated and must not be served stale. */
        STALE_AT_ONCE("the response is stale on arrival and cannot be validated");

        private final String text;

        Reason(String text) {
            this.text = text;
        }

        /** {@return the cause as text} */
        public String text() {
            return text;
        }
    }

    /**
     * Decides whether a response may be stored. The response is the handler's own, before {@link ResponseFields} completes
     * it: the fields that {@link ResponseFields} adds would look like a lifetime that the handler set.
     *
     * @param request the request
     * @param response the handler response
     * @param bodyLength the number of bytes of the body, or {@link #UNKNOWN_LENGTH} before it has arrived
     * @param requestTimeMillis when the handler was called
     * @param responseTimeMillis when it responded
     * @param policy the route's policy
     * @return the decision
     */
    static Storability decide(
            CacheRequest request,
            CacheResponse response,
            long bodyLength,
            long requestTimeMillis,
            long responseTimeMillis,
            CachePolicy policy) {
        if (!request.method().equals("GET") && !request.isContentKeyed()) {
            return new Skip(Reason.METHOD);
        }
        return StorageRules.decide(request, response, bodyLength, requestTimeMillis, responseTimeMillis, policy);
    }

    /**
     * Returns whether a response does not answer other requests because of its status: it is a response to a range or a
     * condition, and responses are not combined (§3.3, §3.4).
     *
     * @param request the request
     * @param status the status of the response
     * @return whether it answers this request only
     */
    static boolean answersOneRequest(CacheRequest request, int status) {
        return switch (status) {
            case 206, 304 -> true;
            case 412 -> Preconditions.isConditional(request);
            case 416 -> request.fields().has("Range");
            default -> false;
        };
    }
}
