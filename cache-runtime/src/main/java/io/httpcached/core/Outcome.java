package io.httpcached.core;

import org.jspecify.annotations.Nullable;

/**
 * The handling of a request by the cache, with the parameters of {@code Cache-Status} (RFC 9211).
 *
 * @param hit true if the response came from the store without a call of the handler
 * @param forwarding the reason why the handler was called, or null if it was not
 * @param forwardStatus the status of the handler response, or 0 if it is not reported
 * @param ttl the remaining freshness lifetime of the response in seconds, or {@link #NO_TTL} if it is not reported
 * @param stored true if the handler response was stored
 * @param collapsed true if the request shared the handler call of another request
 * @param key the key, for debugging, or null
 * @param detail further information, for debugging, or null
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

    /** The ttl is not reported. */
    public static final long NO_TTL = Long.MIN_VALUE;

    /** The detail of a hit for which the backend was not asked. */
    public static final String NEAR = "near";

    /**
     * {@return the outcome of a response from a near copy, for which the backend was not asked}
     *
     * @param ttl the remaining freshness lifetime in seconds
     */
    public static Outcome nearHit(long ttl) {
        return new Outcome(true, null, 0, ttl, false, false, null, NEAR);
    }

    /**
     * {@return the outcome of a response from the store}
     *
     * @param ttl the remaining freshness lifetime in seconds
     */
    public static Outcome hit(long ttl) {
        return new Outcome(true, null, 0, ttl, false, false, null, null);
    }

    /**
     * {@return the outcome of a handler response}
     *
     * @param why the reason why the handler was called
     */
    public static Outcome forwarded(Forwarding why) {
        return new Outcome(false, why, 0, NO_TTL, false, false, null, null);
    }

    /** {@return the outcome if no stored response could be used and the handler must not be called} */
    public static Outcome gatewayTimeout() {
        return new Outcome(false, null, 0, NO_TTL, false, false, null, null);
    }

    /** {@return whether the response is that of a near copy} */
    public boolean isNear() {
        return hit && NEAR.equals(detail);
    }

    /** {@return whether this outcome equals {@link #hit} or {@link #nearHit} with its ttl} */
    public boolean isPlainHit() {
        return hit
                && forwarding == null
                && forwardStatus == 0
                && !stored
                && !collapsed
                && key == null
                && (detail == null || detail.equals(NEAR));
    }

    /**
     * {@return this outcome with the status of the handler response if it must be reported} Without {@code fwd-status} it is
     * assumed to equal the status of the sent response (RFC 9211 §2.3), which is wrong for a 304 or 206 that the cache made
     * from a handler response.
     *
     * @param handled the status of the handler response
     * @param sent the status of the sent response
     */
    public Outcome sentAs(int handled, int sent) {
        return forwarding != null && forwardStatus == 0 && handled != sent ? withForwardStatus(handled) : this;
    }

    /**
     * {@return this outcome with the status of the handler response}
     *
     * @param status the status of the handler response
     */
    public Outcome withForwardStatus(int status) {
        return new Outcome(hit, forwarding, status, ttl, stored, collapsed, key, detail);
    }

    /**
     * {@return this outcome with a ttl}
     *
     * @param seconds the remaining freshness lifetime in seconds
     */
    public Outcome withTtl(long seconds) {
        return new Outcome(hit, forwarding, forwardStatus, seconds, stored, collapsed, key, detail);
    }

    /**
     * {@return this outcome, stored or not}
     *
     * @param value true if the handler response was stored
     */
    public Outcome withStored(boolean value) {
        return new Outcome(hit, forwarding, forwardStatus, ttl, value, collapsed, key, detail);
    }

    /**
     * {@return this outcome, collapsed or not}
     *
     * @param value true if the request shared the handler call of another request
     */
    public Outcome withCollapsed(boolean value) {
        return new Outcome(hit, forwarding, forwardStatus, ttl, stored, value, key, detail);
    }

    /**
     * {@return this outcome with a key}
     *
     * @param value the key
     */
    public Outcome withKey(String value) {
        return new Outcome(hit, forwarding, forwardStatus, ttl, stored, collapsed, value, detail);
    }

    /**
     * {@return this outcome with a detail}
     *
     * @param value the detail
     */
    public Outcome withDetail(String value) {
        return new Outcome(hit, forwarding, forwardStatus, ttl, stored, collapsed, key, value);
    }
}
