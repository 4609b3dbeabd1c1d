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
 * Fails what is not answered in time. All answers have the same time, so they become due in the order they were asked for,
 * and one look at the head of a queue, every few milliseconds while there is anything in it, finds all that are late.
 * {@link CompletableFuture#orTimeout} wakes a thread for nearly each request, which costs more than the rest of a hit.
 * Thread-safe.
 */
final class Deadlines {

    private static final int LOOKS_WITHIN_TIMEOUT = 20;
    private static final long SHORTEST_PAUSE_MILLIS = 1;
    private static final long LONGEST_PAUSE_MILLIS = 10;

    private final long timeoutNanos;
    private final Executor afterAPause;
    private final Queue<Expected> inOrder = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean looking = new AtomicBoolean();

    private record Expected(CompletableFuture<?> answer, long deadline) {}

    /**
     * Creates one that expects nothing.
     *
     * @param timeout how long an answer may take; it is failed a twentieth later at most, or 10 ms
     */
    Deadlines(Duration timeout) {
        long pause = timeout.toMillis() / LOOKS_WITHIN_TIMEOUT;
        this.timeoutNanos = timeout.toNanos();
        this.afterAPause = CompletableFuture.delayedExecutor(
                Math.max(SHORTEST_PAUSE_MILLIS, Math.min(LONGEST_PAUSE_MILLIS, pause)), TimeUnit.MILLISECONDS);
    }

    /** {@return the answer, or its failure with {@link TimeoutException}} */
    <T> CompletableFuture<T> limit(CompletableFuture<T> answer) {
        CompletableFuture<T> limited = answer.copy();
        inOrder.add(new Expected(limited, System.nanoTime() + timeoutNanos));
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
        Expected first = inOrder.peek();
        while (first != null && (first.answer.isDone() || first.deadline - now <= 0)) {
            inOrder.remove();
            first.answer.completeExceptionally(new TimeoutException());
            first = inOrder.peek();
        }
        looking.set(false);
        if (!inOrder.isEmpty()) {
            lookLater();
        }
    }
}
