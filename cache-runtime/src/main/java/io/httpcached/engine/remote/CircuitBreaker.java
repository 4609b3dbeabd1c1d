package io.httpcached.engine.remote;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Keeps requests from waiting for a backend that keeps failing. After some failures in a row it permits one operation per
 * period, and the success of one permits all. Thread-safe.
 */
final class CircuitBreaker {

    private final int failuresToOpen;
    private final long retryAfterNanos;
    private final LongSupplier nanoTime;
    private final AtomicInteger failures = new AtomicInteger();
    private final AtomicLong retryAt = new AtomicLong();

    /**
     * Creates a closed breaker, which permits all operations.
     *
     * @param failuresToOpen the number of failures in a row that open it
     * @param retryAfterNanos the time until it permits one operation, in nanoseconds
     * @param nanoTime the time source, such as {@link System#nanoTime()}
     */
    CircuitBreaker(int failuresToOpen, long retryAfterNanos, LongSupplier nanoTime) {
        this.failuresToOpen = failuresToOpen;
        this.retryAfterNanos = retryAfterNanos;
        this.nanoTime = nanoTime;
    }

    /** {@return whether the caller may use the backend; if so, it must report the result} */
    boolean permits() {
        if (!isOpen()) {
            return true;
        }
        long due = retryAt.get();
        long now = nanoTime.getAsLong();
        return now - due >= 0 && retryAt.compareAndSet(due, now + retryAfterNanos);
    }

    /** {@return whether the backend is not used at present} */
    boolean isOpen() {
        return failures.get() >= failuresToOpen;
    }

    /** Records a success of the backend. */
    void succeeded() {
        if (failures.get() != 0) {
            failures.set(0);
        }
    }

    /** Records a failure of the backend, or that it did not answer in time. */
    void failed() {
        retryAt.set(nanoTime.getAsLong() + retryAfterNanos);
        failures.updateAndGet(count -> Math.min(count + 1, failuresToOpen));
    }
}
