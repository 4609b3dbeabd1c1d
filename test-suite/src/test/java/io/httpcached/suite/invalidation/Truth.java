package io.httpcached.suite.invalidation;

import java.util.concurrent.atomic.AtomicInteger;

/** The data that handlers read and writers change: a version that only grows. Thread-safe. */
final class Truth {

    private final AtomicInteger version = new AtomicInteger();
    private final AtomicInteger invalidated = new AtomicInteger();

    int read() {
        return version.get();
    }

    /** {@return the version from now on} */
    int change() {
        return version.incrementAndGet();
    }

    /** Notes that the invalidation has completed that was begun after a change. */
    void invalidatedUpTo(int changed) {
        invalidated.accumulateAndGet(changed, Math::max);
    }

    /** {@return the oldest version that whoever asks from now on may be given} */
    int oldestAllowed() {
        return invalidated.get();
    }
}
