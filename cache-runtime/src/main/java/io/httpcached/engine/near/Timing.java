package io.httpcached.engine.near;

import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.ObjLongConsumer;

/**
 * The clocks of near copies, and a timer.
 *
 * @param clock the time of day
 * @param nanoTime the elapsed time in nanoseconds, such as {@link System#nanoTime()}
 * @param later runs a task that does not block after a number of milliseconds
 */
record Timing(Clock clock, LongSupplier nanoTime, ObjLongConsumer<Runnable> later) {

    /** {@return the timing of a running node} */
    static Timing real(Clock clock) {
        return new Timing(clock, System::nanoTime, Timing::runLater);
    }

    /** Runs tasks on the timer's thread, which all caches of the Java process share. */
    private static void runLater(Runnable task, long millis) {
        CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS, Runnable::run)
                .execute(task);
    }
}
