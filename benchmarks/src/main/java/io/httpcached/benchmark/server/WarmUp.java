package io.httpcached.benchmark.server;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.TimeUnit;

/**
 * Runs a request until the just-in-time compiler has nothing left to do. It counts the processor time of its thread:
 * seconds on the clock would be too few of them on a machine that is busy with other things.
 */
final class WarmUp {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final long NANOS = TimeUnit.SECONDS.toNanos(3);
    private static final int REQUESTS_BETWEEN_LOOKS = 100;

    private WarmUp() {}

    static void with(Runnable request) {
        long end = THREADS.getCurrentThreadCpuTime() + NANOS;
        while (THREADS.getCurrentThreadCpuTime() < end) {
            for (int i = 0; i < REQUESTS_BETWEEN_LOOKS; i++) {
                request.run();
            }
        }
    }
}
