package io.httpcached.engine.remote;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Fails what is not answered in time. One look at all that is expected, every few milliseconds while there is anything,
 * finds what is late; what has been answered is forgotten then.
 * {@link CompletableFuture#orTimeout} wakes a thread for nearly each request, which costs more than the rest of a hit.
 * Thread-safe.
 */
final class Timeouts {

    private static final int LOOKS_WITHIN_TIMEOUT = 20;
    private static final long SHORTEST_PAUSE_MILLIS = 1;
    private static final long LONGEST_PAUSE_MILLIS = 10;

    private final long timeoutNanos;
    private final Executor afterAPause;
    private final Queue<Expected> all = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean looking = new AtomicBoolean();

    private record Expected(CompletableFuture<?> answer, long deadline) {

        /** {@return whether there is nothing more to expect} */
        boolean isOver(long now) {
            if (!answer.isDone() && deadline - now <= 0) {
                answer.completeExceptionally(new TimeoutException());
            }
            return answer.isDone();
        }
    }

    /**
     * Creates one that expects nothing.
     *
     * @param timeout how long an answer may take; it is failed a twentieth later at most, or 10 ms
     */
    Timeouts(Duration timeout) {
        long pause = timeout.toMillis() / LOOKS_WITHIN_TIMEOUT;
        this.timeoutNanos = timeout.toNanos();
        this.afterAPause = CompletableFuture.delayedExecutor(
                Math.max(SHORTEST_PAUSE_MILLIS, Math.min(LONGEST_PAUSE_MILLIS, pause)), TimeUnit.MILLISECONDS);
    }

    /**
     * {@return the answer, or its failure with {@link TimeoutException}}
     *
     * @param waited how much of the time is spent already, in nanoseconds
     */
    <T> CompletableFuture<T> limit(CompletableFuture<T> answer, long waited) {
        CompletableFuture<T> limited = answer.copy();
        all.add(new Expected(limited, System.nanoTime() + timeoutNanos - waited));
        lookLater();
        return limited;
    }

    private void lookLater() {
        if (!looking.get() && looking.compareAndSet(false, true)) {
            afterAPause.execute(this::look);
        }
    }

    private void look() {
        long now = System.nanoTime();
        all.removeIf(expected -> expected.isOver(now));
        looking.set(false);
        if (!all.isEmpty()) {
            lookLater();
        }
    }
}
