package io.httpcached.core;

import org.jspecify.annotations.Nullable;

/**
 * A table of fixed size, in which a value may replace another one whose hash has the same index. Thread-safe, without locks: a thread
 * may not see what another one has put, so a value must be immutable and its absence harmless.
 *
 * @param <V> the type of the values, whose fields are final
 */
public final class RecentValues<V> {

    private static final int SIZE = 1 << 10;

    private final @Nullable Object[] values = new Object[SIZE];

    /**
     * Returns the value at the index of a hash. The caller checks whether it is the value that it looks for.
     *
     * @param hash the hash
     * @return the value, or null if there is none
     */
    @SuppressWarnings("unchecked")
    public @Nullable V get(int hash) {
        return (V) values[index(hash)];
    }

    /**
     * Puts a value, in place of any other with the same index.
     *
     * @param hash the hash of the value
     * @param value the value
     */
    public void put(int hash, V value) {
        values[index(hash)] = value;
    }

    private static int index(int hash) {
        return (hash ^ hash >>> 16) & SIZE - 1;
    }
}
