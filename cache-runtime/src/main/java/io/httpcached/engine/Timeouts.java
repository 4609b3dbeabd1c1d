package io.httpcached.engine;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Fails futures that do not complete in time. One scan of all pending futures every few milliseconds, while there are any,
 * finds the late ones and drops the completed ones. {@link CompletableFuture#orTimeout} wakes a thread for nearly each
 * request, which costs more than the rest of a hit. Thread-safe.
 */
public final class Timeouts {

    private static final int SCANS_PER_TIMEOUT = 20;
    private static final long MINIMUM_PAUSE_MILLIS = 1;
    private static final long MAXIMUM_PAUSE_MILLIS = 10;

    private final Executor afterPause;
    private final Queue<Limited> pending = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean scheduled = new AtomicBoolean();

    private record Limited(CompletableFuture<?> future, long failsAt) {

        /** {@return whether the future need not be checked again, because it is done or late} A late one is failed. */
        boolean isOver(long now) {
            if (future.isDone()) {
                return true;
            }
            boolean late = failsAt - now <= 0;
            if (late) {
                // Not on the timer's thread, because all that waits for the future runs then.
                var unused = CompletableFuture.runAsync(() -> future.completeExceptionally(new TimeoutException()));
            }
            return late;
        }
    }

    /**
     * Creates an instance without pending futures.
     *
     * @param timeout the usual timeout; a future is failed at most a twentieth of it late, and at most 10 ms
     */
    public Timeouts(Duration timeout) {
        long pause = timeout.toMillis() / SCANS_PER_TIMEOUT;
        // A scan is short and runs on the timer's thread: with one or two processors, Java would start a thread for
        // each.
        this.afterPause = CompletableFuture.delayedExecutor(
                Math.max(MINIMUM_PAUSE_MILLIS, Math.min(MAXIMUM_PAUSE_MILLIS, pause)),
                TimeUnit.MILLISECONDS,
                Runnable::run);
    }

    /**
     * Limits a future.
     *
     * @param future the future, which itself is left alone
     * @param nanos the time that it may take from now, in nanoseconds
     * @param <T> the type of the value
     * @return a copy that fails with {@link TimeoutException} if it is late
     */
    public <T> CompletableFuture<T> limit(CompletableFuture<T> future, long nanos) {
        CompletableFuture<T> limited = future.copy();
        pending.add(new Limited(limited, System.nanoTime() + nanos));
        schedule();
        return limited;
    }

    private void schedule() {
        if (!scheduled.get() && scheduled.compareAndSet(false, true)) {
            afterPause.execute(this::scan);
        }
    }

    private void scan() {
        long now = System.nanoTime();
        pending.removeIf(limited -> limited.isOver(now));
        scheduled.set(false);
        if (!pending.isEmpty()) {
            schedule();
        }
    }
}
