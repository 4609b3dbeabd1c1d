package io.httpcached.suite.invalidation;

import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Many activities, of which only so many are under way at once. For use by one thread. */
final class ConcurrentTasks {

    private static final long PATIENCE_SECONDS = 60;

    private final int atOnce;
    private final Semaphore free;
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    ConcurrentTasks(int atOnce) {
        this.atOnce = atOnce;
        this.free = new Semaphore(atOnce);
    }

    /** Begins an activity as soon as there is room for it. */
    void begin(Supplier<? extends CompletionStage<?>> activity) {
        take(1);
        var unused = activity.get().whenComplete((done, failed) -> {
            if (failed != null) {
                failure.compareAndSet(null, failed);
            }
            free.release();
        });
    }

    /** Waits for the end of all activities that were begun; throws what one of them failed with. */
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
            if (!free.tryAcquire(places, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("Something that was begun does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
