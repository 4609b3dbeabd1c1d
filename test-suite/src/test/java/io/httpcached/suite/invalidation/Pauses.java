package io.httpcached.suite.invalidation;

import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Pauses of random lengths, the same for the same seed. Most are none at all, so that now and then somebody falls far behind. */
final class Pauses {

    private static final double NONE = 0.6;
    private static final int LONGEST_MICROS = 2_000;

    private final Random random;
    private final ScheduledExecutorService timer;

    Pauses(long seed, ScheduledExecutorService timer) {
        this.random = new Random(seed);
        this.timer = timer;
    }

    /** {@return completes after a pause, on a thread of the timer} */
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
        return random.nextDouble() < NONE ? 0 : random.nextInt(LONGEST_MICROS);
    }
}
