package io.httpcached.suite.server;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts the runs of a handler and blocks them while it is closed. A new gate is open. */
final class Gate {

    private static final int WIDE_OPEN = 1_000_000;

    private final AtomicInteger runs = new AtomicInteger();
    private final Semaphore arrived = new Semaphore(0);
    private final Semaphore open = new Semaphore(WIDE_OPEN);

    void close() {
        open.drainPermits();
        arrived.drainPermits();
    }

    /** Lets one run pass. */
    void openOne() {
        open.release();
    }

    void open() {
        open.release(WIDE_OPEN);
    }

    /** Waits until the gate is open, and returns the number of the run, from 1. */
    int pass() {
        int run = runs.incrementAndGet();
        arrived.release();
        open.acquireUninterruptibly();
        return run;
    }

    /** Waits until a run has arrived at the gate. */
    void awaitRun() throws InterruptedException {
        if (!arrived.tryAcquire(20, TimeUnit.SECONDS)) {
            throw new AssertionError("The handler was not run");
        }
    }

    int runs() {
        return runs.get();
    }
}
