package io.httpcached.core;

/**
 * What is to be done with a request. Ages and times to live are whole seconds; a time to live is 0 or negative when the
 * response is stale.
 */
public sealed interface Reuse {

    /** {@return what led to the verdict} */
    Reason reason();

    /**
     * Answer with the stored response, which is fresh.
     *
     * @param age its age
     * @param ttl its remaining life
     */
    record Serve(long age, long ttl) implements Reuse {

        @Override
        public Reason reason() {
            return Reason.FRESH;
        }
    }

    /**
     * Answer with the stored response although it is stale (RFC 9111 §4.2.4).
     *
     * @param age its age
     * @param ttl its remaining life, 0 or negative
     * @param refresh whether to fetch it anew in the background (RFC 5861 §3)
     */
    record ServeStale(long age, long ttl, boolean refresh) implements Reuse {

        @Override
        public Reason reason() {
            return refresh ? Reason.STALE_WHILE_REVALIDATE : Reason.MAX_STALE;
        }
    }

    /**
     * Call the handler with the stored validators, if there are any (RFC 9111 §4.3).
     *
     * @param why the reason in the words of RFC 9211
     * @param age the age of the stored response
     * @param ttl its remaining life
     * @param staleIfError whether the stored response may be the answer should the handler fail (RFC 5861 §4)
     * @param reason the reason
     */
    record Revalidate(Forwarding why, long age, long ttl, boolean staleIfError, Reason reason) implements Reuse {}

    /**
     * Call the handler as if nothing were stored.
     *
     * @param why the reason in the words of RFC 9211
     * @param store whether the answer may be considered for storing
     * @param reason the reason
     */
    record Forward(Forwarding why, boolean store, Reason reason) implements Reuse {}

    /**
     * Answer with 504: the client wants a stored response or none (RFC 9111 §5.2.1.7).
     *
     * @param reason why no stored response would do
     */
    record Refuse(Reason reason) implements Reuse {}

    /** What led to a verdict. */
    enum Reason {
        /** All but GET and HEAD. */
        METHOD("only GET and HEAD are answered from a cache"),
        /** An entry would belong to a user, and there is none. */
        NO_USER("each user has entries of his own, and the request has no user"),
        /** {@code no-store} in the request (§5.2.1.5). */
        NO_STORE("the request says no-store"),
        /** Requests that the handler tells apart would have one key. */
        NOT_KEYED("the handler would be given more than the key holds"),
        /** Content in a request for a representation (RFC 9110 §9.3.1). */
        CONTENT("the request has content, which no key holds"),
        /** Nothing is stored under the key. */
        ABSENT("no response is stored for the key"),
        /** Nothing is stored for this request's values of the fields that the responses vary on (§4.1). */
        NO_VARIANT("responses are stored for the key, but none for these values of the request fields they vary on"),
        /** An authenticated request and no permission to share (§3.5). */
        AUTHENTICATED("the request is authenticated and the stored response does not permit sharing"),
        /** Younger than its lifetime (§4.2). */
        FRESH("the stored response is fresh"),
        /** As old as its lifetime or older. */
        STALE("the stored response is stale"),
        /** Stale within {@code stale-while-revalidate} (RFC 5861 §3). */
        STALE_WHILE_REVALIDATE("the stored response is stale and may be served while it is refreshed"),
        /** Stale within {@code max-stale} of the request (§5.2.1.2). */
        MAX_STALE("the stored response is stale and the request accepts that by max-stale"),
        /** {@code no-cache} in the request (§5.2.1.4). */
        NO_CACHE("the request says no-cache"),
        /** Older than {@code max-age} of the request (§5.2.1.1). */
        MAX_AGE("the stored response is older than max-age of the request allows"),
        /** Less life than {@code min-fresh} of the request (§5.2.1.3). */
        MIN_FRESH("the stored response will not be fresh as long as min-fresh of the request asks");

        private final String text;

        Reason(String text) {
            this.text = text;
        }

        /** {@return the reason for people} */
        public String text() {
            return text;
        }
    }
}
