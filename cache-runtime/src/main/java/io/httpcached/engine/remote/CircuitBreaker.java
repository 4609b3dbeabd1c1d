package io.httpcached.engine.remote;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Keeps requests from waiting for a backend that keeps failing. After some failures in a row it lets nobody through, but
 * for one caller each period, whose success opens the way for all. Thread-safe.
 */
final class CircuitBreaker {

    private final int failuresToOpen;
    private final long retryAfterNanos;
    private final LongSupplier nanoTime;
    private final AtomicInteger failures = new AtomicInteger();
    private final AtomicLong retryAt = new AtomicLong();

    /**
     * Creates one that lets all through.
     *
     * @param failuresToOpen after how many failures in a row it lets nobody through
     * @param retryAfterNanos how long until one caller may try
     * @param nanoTime the time, as {@link System#nanoTime()} gives it
     */
    CircuitBreaker(int failuresToOpen, long retryAfterNanos, LongSupplier nanoTime) {
        this.failuresToOpen = failuresToOpen;
        this.retryAfterNanos = retryAfterNanos;
        this.nanoTime = nanoTime;
    }

    /** {@return whether the caller may ask the backend, and is to report how that went} */
    boolean permits() {
        if (!isOpen()) {
            return true;
        }
        long due = retryAt.get();
        long now = nanoTime.getAsLong();
        return now - due >= 0 && retryAt.compareAndSet(due, now + retryAfterNanos);
    }

    /** {@return whether the backend is left alone} */
    boolean isOpen() {
        return failures.get() >= failuresToOpen;
    }

    /** The backend did what it was asked. */
    void succeeded() {
        if (failures.get() != 0) {
            failures.set(0);
        }
    }

    /** The backend did not do what it was asked, or not in time. */
    void failed() {
        retryAt.set(nanoTime.getAsLong() + retryAfterNanos);
        failures.updateAndGet(count -> Math.min(count + 1, failuresToOpen));
    }
}
