package io.httpcached.engine;

import io.httpcached.core.CacheKey;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Remembers for a while the keys whose last response could not be stored. Requests for such a key do not wait for each other,
 * since none could use the response of another.
 *
 * <p>The table has a fixed size and holds a hash of each key. Two keys with the same index replace each other, and two with the
 * same hash count as one; then a few requests wait, or run the handler, needlessly. Thread-safe.
 */
final class NotStoredKeys {

    static final int SIZE = 1 << 12;

    private static final int REMEMBERED_SECONDS = 60;
    private static final int SECONDS_BITS = 32;
    private static final long SECONDS_MASK = (1L << SECONDS_BITS) - 1;

    private final AtomicLongArray table = new AtomicLongArray(SIZE);
    private final Clock clock;

    NotStoredKeys(Clock clock) {
        this.clock = clock;
    }

    void remember(CacheKey key) {
        int hash = hash(key);
        table.set(index(hash), value(hash, nowSeconds() + REMEMBERED_SECONDS));
    }

    void forget(CacheKey key) {
        int hash = hash(key);
        long value = table.get(index(hash));
        if (value != 0 && hashOf(value) == hash) {
            table.compareAndSet(index(hash), value, 0);
        }
    }

    boolean contains(CacheKey key) {
        int hash = hash(key);
        long value = table.get(index(hash));
        return value != 0 && hashOf(value) == hash && nowSeconds() < (value & SECONDS_MASK);
    }

    private long nowSeconds() {
        return clock.millis() / 1000;
    }

    private static long value(int hash, long untilSeconds) {
        return ((long) hash << SECONDS_BITS) | (untilSeconds & SECONDS_MASK);
    }

    private static int hashOf(long value) {
        return (int) (value >> SECONDS_BITS);
    }

    private static int hash(CacheKey key) {
        int hash = key.hashCode();
        return hash ^ (hash >>> 16);
    }

    private static int index(int hash) {
        return hash & (SIZE - 1);
    }
}
