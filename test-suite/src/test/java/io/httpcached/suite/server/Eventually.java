package io.httpcached.suite.server;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits for results of background work. */
public final class Eventually {

    private static final long TIMEOUT_NANOS = TimeUnit.SECONDS.toNanos(20);
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

    private Eventually() {}

    /**
     * Repeats a question until an answer is accepted.
     *
     * @param question a supplier of answers
     * @param wanted the condition of an accepted answer
     * @return the first accepted answer
     * @throws AssertionError if no answer is accepted in time; the message contains the last answer
     */
    public static <T> T get(Supplier<T> question, Predicate<T> wanted) {
        long deadline = System.nanoTime() + TIMEOUT_NANOS;
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
