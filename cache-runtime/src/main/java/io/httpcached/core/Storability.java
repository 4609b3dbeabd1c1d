package io.httpcached.core;

/** Whether a response may be stored (RFC 9111 §3). */
public sealed interface Storability {

    /**
     * It may.
     *
     * @param fields the fields that may be stored (§3.1)
     * @param lifetime the life of the response
     */
    record Store(Fields fields, Lifetime lifetime) implements Storability {}

    /**
     * It may not.
     *
     * @param reason why
     */
    record Skip(Reason reason) implements Storability {}

    /** Why a response is not stored. */
    enum Reason {
        /** Only answers to GET are stored. */
        METHOD("only responses to GET are stored");

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
     * Decides. The response is the handler's own, before anything was added to it: what {@link ResponseFields} adds would
     * look like the handler's own lifetime.
     *
     * @param request the request
     * @param response what the handler answered
     * @param bodyLength the bytes of body that arrived
     * @param requestTimeMillis when the handler was called
     * @param responseTimeMillis when it answered
     * @param policy the route's policy
     * @return the verdict
     */
    static Storability decide(
            CacheRequest request,
            CacheResponse response,
            long bodyLength,
            long requestTimeMillis,
            long responseTimeMillis,
            CachePolicy policy) {
        return io.httpcached.core.Unwritten.yet();
    }
}
