package io.httpcached.core;

import org.jspecify.annotations.Nullable;

/**
 * What the cache did with a request, as {@code Cache-Status} tells it (RFC 9211).
 *
 * @param hit whether the answer came from the store without calling the handler
 * @param forwarding why the handler was called; null on a hit
 * @param forwardStatus the status the handler answered, 0 for none told
 * @param ttl the remaining life of the answer in seconds, {@link #NO_TTL} for none told
 * @param stored whether the handler's answer was stored
 * @param collapsed whether the request shared the handler call of another
 * @param key the key, told only for debugging
 * @param detail anything else, told only for debugging
 */
public record Outcome(
        boolean hit,
        @Nullable Forwarding forwarding,
        int forwardStatus,
        long ttl,
        boolean stored,
        boolean collapsed,
        @Nullable String key,
        @Nullable String detail) {

    /** No time to live is told. */
    public static final long NO_TTL = Long.MIN_VALUE;

    /**
     * {@return the outcome of an answer from the store}
     *
     * @param ttl the remaining life in seconds
     */
    public static Outcome hit(long ttl) {
        return new Outcome(true, null, 0, ttl, false, false, null, null);
    }

    /**
     * {@return the outcome of an answer from the handler}
     *
     * @param why why it was called
     */
    public static Outcome forwarded(Forwarding why) {
        return new Outcome(false, why, 0, NO_TTL, false, false, null, null);
    }

    /** {@return the outcome of an answer for which nothing stored could be used and the handler must not be reached} */
    public static Outcome refused() {
        return new Outcome(false, null, 0, NO_TTL, false, false, null, null);
    }

    /**
     * {@return the same as it is told with a response} Where no status is told, the handler's is taken to be the
     * response's (RFC 9211 §2.3), so that of a 304 or 206 made from the handler's answer has to be.
     *
     * @param handled the status the handler answered
     * @param sent the status of the response
     */
    public Outcome sentAs(int handled, int sent) {
        return forwarding != null && forwardStatus == 0 && handled != sent ? withForwardStatus(handled) : this;
    }

    /**
     * {@return the same with the handler's status}
     *
     * @param status the status the handler answered
     */
    public Outcome withForwardStatus(int status) {
        return new Outcome(hit, forwarding, status, ttl, stored, collapsed, key, detail);
    }

    /**
     * {@return the same with a time to live}
     *
     * @param seconds the remaining life
     */
    public Outcome withTtl(long seconds) {
        return new Outcome(hit, forwarding, forwardStatus, seconds, stored, collapsed, key, detail);
    }

    /**
     * {@return the same, stored or not}
     *
     * @param value whether the answer was stored
     */
    public Outcome withStored(boolean value) {
        return new Outcome(hit, forwarding, forwardStatus, ttl, value, collapsed, key, detail);
    }

    /**
     * {@return the same, collapsed or not}
     *
     * @param value whether the request shared the handler call of another
     */
    public Outcome withCollapsed(boolean value) {
        return new Outcome(hit, forwarding, forwardStatus, ttl, stored, value, key, detail);
    }

    /**
     * {@return the same with a key}
     *
     * @param value the key
     */
    public Outcome withKey(String value) {
        return new Outcome(hit, forwarding, forwardStatus, ttl, stored, collapsed, value, detail);
    }

    /**
     * {@return the same with a detail}
     *
     * @param value what else is to be told
     */
    public Outcome withDetail(String value) {
        return new Outcome(hit, forwarding, forwardStatus, ttl, stored, collapsed, key, value);
    }
}
