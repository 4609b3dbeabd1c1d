package io.httpcached.server.functions;

import io.httpcached.core.CacheKey;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * Counts the invalidations of keys in this node, so that a result whose store is under way is not stored after one that began later:
 * its store reads the versions of its tags first, and could read those from after the invalidation. Several keys share a counter,
 * so fewer results are stored than could be, never more. Thread-safe.
 */
final class BegunInvalidations {

    private static final int COUNTERS = 256;

    private final AtomicIntegerArray counters = new AtomicIntegerArray(COUNTERS);
    private final AtomicInteger all = new AtomicInteger();

    /** {@return a number that differs after an invalidation of the key} */
    long count(CacheKey key) {
        return ((long) all.get() << Integer.SIZE) | (counters.get(index(key)) & 0xffff_ffffL);
    }

    void add(CacheKey key) {
        counters.incrementAndGet(index(key));
    }

    void addAll() {
        all.incrementAndGet();
    }

    private static int index(CacheKey key) {
        return Math.floorMod(key.hashCode(), COUNTERS);
    }
}
