package io.httpcached.benchmark.server;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.TimeUnit;

/**
 * Repeats a request until the just-in-time compiler has finished its work. It measures the processor time of its
 * thread, because on a busy machine the elapsed time would contain too little processor time.
 */
public final class WarmUp {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final String SECONDS = "io.httpcached.benchmark.warm-up-seconds";
    private static final long NANOS = TimeUnit.SECONDS.toNanos(Integer.getInteger(SECONDS, 3));
    private static final int REQUESTS_BETWEEN_LOOKS = 100;

    private WarmUp() {}

    /** Returns the argument for a JVM in which each warm-up takes the given number of seconds of processor time. */
    public static String property(int seconds) {
        return "-D" + SECONDS + '=' + seconds;
    }

    static void with(Runnable request) {
        long end = THREADS.getCurrentThreadCpuTime() + NANOS;
        while (THREADS.getCurrentThreadCpuTime() < end) {
            for (int i = 0; i < REQUESTS_BETWEEN_LOOKS; i++) {
                request.run();
            }
        }
    }
}
