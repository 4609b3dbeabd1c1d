package io.httpcached.suite.invalidation;

import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs many tasks with a limit on how many run at the same time. For use by one thread. */
final class ConcurrentTasks {

    private static final long TIMEOUT_SECONDS = 60;

    private final int atOnce;
    private final Semaphore free;
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    ConcurrentTasks(int atOnce) {
        this.atOnce = atOnce;
        this.free = new Semaphore(atOnce);
    }

    /** Starts a task as soon as the limit permits. */
    void begin(Supplier<? extends CompletionStage<?>> activity) {
        take(1);
        var unused = activity.get().whenComplete((done, failed) -> {
            if (failed != null) {
                failure.compareAndSet(null, failed);
            }
            free.release();
        });
    }

    /** Waits for all started tasks, and throws the failure of one of them if there is any. */
    void await() {
        take(atOnce);
        free.release(atOnce);
        Throwable failed = failure.get();
        if (failed != null) {
            throw new AssertionError(failed);
        }
    }

    private void take(int places) {
        try {
            if (!free.tryAcquire(places, TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("A started task did not end in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
