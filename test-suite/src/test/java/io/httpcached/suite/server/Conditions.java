package io.httpcached.suite.server;

import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for conditions that another thread fulfills. */
final class Conditions {

    private static final long TIMEOUT_NANOS = 20_000_000_000L;
    private static final long PAUSE_NANOS = 2_000_000L;

    private Conditions() {}

    static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + TIMEOUT_NANOS;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("The condition was not met in time");
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }
}
