package io.httpcached.engine.remote;

import java.util.concurrent.atomic.AtomicLong;

/** Bounds what writes under way may take, so that a backend that lags cannot fill the heap. Thread-safe. */
final class PendingWrites {

    private final long maximumBytes;
    private final AtomicLong bytes = new AtomicLong();

    PendingWrites(long maximumBytes) {
        this.maximumBytes = maximumBytes;
    }

    /** {@return whether a write may begin; it is to be {@linkplain #end ended}} A single one may, whatever its size. */
    boolean begin(long size) {
        long before = bytes.getAndAdd(size);
        if (before == 0 || before + size <= maximumBytes) {
            return true;
        }
        end(size);
        return false;
    }

    void end(long size) {
        bytes.addAndGet(-size);
    }
}
