package io.httpcached.engine.near;

import java.util.Collection;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Remembers when keys have changed, as positions in one sequence. It keeps the latest position of each bucket of keys, so its size
 * does not depend on the number of changes. Two keys in one bucket change together: that costs hits, and never hides a change.
 * Thread-safe.
 */
final class ChangeLog {

    /** 2 MB. */
    private static final int BUCKETS = 1 << 18;

    private static final int SHIFT = Integer.SIZE - Integer.numberOfTrailingZeros(BUCKETS);

    private final AtomicLongArray latest = new AtomicLongArray(BUCKETS);
    private volatile long position;

    /** {@return the present position, to be noted before a value is read} */
    long position() {
        return position;
    }

    /** Records that keys have changed. Readers of the new position see the changes. */
    synchronized void changed(Collection<String> keys) {
        long next = position + 1;
        for (String key : keys) {
            latest.set(bucket(key), next);
        }
        position = next;
    }

    /**
     * Returns whether keys are unchanged.
     *
     * @param since a position
     * @param buckets the {@linkplain #buckets buckets} of the keys
     * @return false if one of them has changed after the position, or may have
     */
    boolean unchangedSince(long since, int[] buckets) {
        for (int bucket : buckets) {
            if (latest.get(bucket) > since) {
                return false;
            }
        }
        return true;
    }

    /** {@return the buckets of keys} */
    static int[] buckets(Collection<String> keys) {
        return keys.stream().mapToInt(ChangeLog::bucket).toArray();
    }

    /** Multiplies the hash, because keys that differ in few characters have hashes close to each other. */
    private static int bucket(String key) {
        return (key.hashCode() * 0x9E3779B9) >>> SHIFT;
    }
}
