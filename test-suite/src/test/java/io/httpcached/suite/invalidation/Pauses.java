package io.httpcached.suite.invalidation;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Pauses of random lengths, which are equal for equal seeds. Half of them have length zero, so that some step sequences
 * get far ahead of others.
 */
final class Pauses {

    private static final double NONE = 0.5;

    private final Random random;
    private final int longestMicros;
    private final ScheduledExecutorService timer;

    /**
     * Creates a series of pauses.
     *
     * @param seed the seed of the random numbers
     * @param longest the exclusive upper bound of the lengths
     * @param timer the executor that ends the pauses
     */
    Pauses(long seed, Duration longest, ScheduledExecutorService timer) {
        this.random = new Random(seed);
        this.longestMicros = (int) (longest.toNanos() / 1_000);
        this.timer = timer;
    }

    /** Returns a stage that completes after the next pause, on a thread of the timer. */
    CompletionStage<Void> next() {
        CompletableFuture<Void> over = new CompletableFuture<>();
        long micros = length();
        if (micros == 0) {
            timer.execute(() -> over.complete(null));
        } else {
            var unused = timer.schedule(() -> over.complete(null), micros, TimeUnit.MICROSECONDS);
        }
        return over;
    }

    private synchronized long length() {
        return random.nextDouble() < NONE ? 0 : random.nextInt(longestMicros);
    }
}
