package io.httpcached.engine.near;

import java.util.Collection;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Remembers when keys have changed, as positions in one sequence. It keeps the latest position of each bucket of keys, so its size
 * does not depend on the number of changes. Two keys in one bucket change together: that costs hits, and never hides a change.
 * Thread-safe.
 */
final class ChangeLog {

    /** 8 KB. */
    private static final int FEWEST_BUCKETS = 1 << 10;

    /** 2 MB. */
    private static final int MOST_BUCKETS = 1 << 18;

    /** An entry is seldom smaller. */
    private static final int BYTES_PER_BUCKET = 256;

    private final AtomicLongArray latest;
    private final int shift;
    private volatile long position;

    /**
     * Creates a log without changes.
     *
     * @param maximumBytes the maximum size of the values whose keys it is for, in bytes
     */
    ChangeLog(long maximumBytes) {
        long wanted = Math.max(FEWEST_BUCKETS, Math.min(MOST_BUCKETS, maximumBytes / BYTES_PER_BUCKET));
        int buckets = Integer.highestOneBit((int) wanted);
        this.latest = new AtomicLongArray(buckets);
        this.shift = Integer.SIZE - Integer.numberOfTrailingZeros(buckets);
    }

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
    int[] buckets(Collection<String> keys) {
        return keys.stream().mapToInt(this::bucket).toArray();
    }

    /** Multiplies the hash, because keys that differ in few characters have hashes close to each other. */
    private int bucket(String key) {
        return (key.hashCode() * 0x9E3779B9) >>> shift;
    }
}
