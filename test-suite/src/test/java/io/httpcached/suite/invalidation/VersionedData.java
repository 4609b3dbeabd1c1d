package io.httpcached.suite.invalidation;

import java.util.concurrent.atomic.AtomicInteger;

/** The data that handlers read and writers change: a version number that only grows. Thread-safe. */
final class VersionedData {

    private final AtomicInteger version = new AtomicInteger();
    private final AtomicInteger invalidated = new AtomicInteger();

    int read() {
        return version.get();
    }

    /** Changes the data and returns the new version. */
    int change() {
        return version.incrementAndGet();
    }

    /** Records that the invalidation that followed the change to the given version has completed. */
    void invalidatedUpTo(int changed) {
        invalidated.accumulateAndGet(changed, Math::max);
    }

    /** Returns the oldest version that a request that starts now may receive. */
    int oldestAllowed() {
        return invalidated.get();
    }
}
