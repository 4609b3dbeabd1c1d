package io.httpcached.engine;

import java.util.concurrent.atomic.AtomicLong;

/**
 * The deadline of one request for everything that it asks of a store. A store limits each operation to its timeout less
 * the time that the request has waited for the store before, so that no request waits longer than one timeout in total.
 *
 * <p>The clock runs only while the request waits for the store. It stands still while a handler runs, be it the handler
 * of this request or of a leader that this request waits for. Thread-safe.
 */
public final class Deadline {

    private final AtomicLong spentNanos;

    /** Creates the deadline of a request that has the whole timeout left. */
    public Deadline() {
        this(0);
    }

    private Deadline(long spentNanos) {
        this.spentNanos = new AtomicLong(spentNanos);
    }

    /**
     * Returns the time that the request may still wait for a store.
     *
     * @param timeoutNanos the timeout of the store in nanoseconds
     * @return the remaining time in nanoseconds, 0 after the deadline
     */
    public long remainingNanos(long timeoutNanos) {
        return Math.max(0, timeoutNanos - spentNanos.get());
    }

    /**
     * Adds the time that the request has waited for an operation of the store.
     *
     * @param nanos the time in nanoseconds
     */
    public void addWait(long nanos) {
        spentNanos.addAndGet(nanos);
    }

    /** {@return a deadline with the same remaining time, whose waits do not count for this one} */
    Deadline copy() {
        return new Deadline(spentNanos.get());
    }

    long spentNanos() {
        return spentNanos.get();
    }
}
