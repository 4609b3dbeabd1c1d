package io.httpcached.benchmark.application;

import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicLong;

/** Counts the handler runs behind the response cache. Thread-safe. */
@Singleton
public final class HandlerRuns {

    private final AtomicLong runs = new AtomicLong();

    void increment() {
        runs.incrementAndGet();
    }

    /** Returns the number of runs since the application started. */
    public long count() {
        return runs.get();
    }
}
