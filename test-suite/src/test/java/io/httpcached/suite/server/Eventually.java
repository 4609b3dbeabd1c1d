package io.httpcached.suite.server;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits for what happens in the background. */
public final class Eventually {

    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(20);
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

    private Eventually() {}

    /**
     * Asks until the answer is the wanted one.
     *
     * @param question what to ask, again and again
     * @param wanted whether an answer will do
     * @return the first answer that will do
     * @throws AssertionError if there is none in time; it shows the last answer
     */
    public static <T> T get(Supplier<T> question, Predicate<T> wanted) {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (true) {
            T answer = question.get();
            if (wanted.test(answer)) {
                return answer;
            }
            if (System.nanoTime() - deadline > 0) {
                throw new AssertionError("Still not as wanted: " + answer);
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }
}
