package io.httpcached.engine.memory;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A map bounded in bytes whose values each have their own time to live. To make room, it evicts the least used values
 * (Caffeine's W-TinyLFU). It keeps values as they are, so a hit decodes nothing. Thread-safe.
 *
 * <p>An expired value is removed on its next lookup, or dropped like any unused value. Caffeine's own expiry would reorder a
 * timer wheel on each hit.
 *
 * @param <V> the type of the values, immutable
 */
final class MemoryStore<V> {

    /** The cost of a mapping beside its key and value: the node of the map, the wrapper and their references. */
    private static final int OVERHEAD_BYTES = 160;

    private static final Duration FOR_EVER = Duration.ofDays(36_500);

    /**
     * A value with its expiry time.
     *
     * @param value the value
     * @param bytes the size of the value on the heap
     * @param expiresAtMillis the time when it expires, in milliseconds since the epoch
     */
    private record ExpiringValue<V>(V value, long bytes, long expiresAtMillis) {}

    private final Cache<String, ExpiringValue<V>> values;
    private final long maximumBytes;
    private final Clock clock;

    /**
     * Creates an empty store.
     *
     * @param maximumBytes the maximum size of keys and values together, in bytes
     * @param clock the clock for the expiry of values
     */
    public MemoryStore(long maximumBytes, Clock clock) {
        this.maximumBytes = maximumBytes;
        this.clock = clock;
        this.values = Caffeine.newBuilder()
                .maximumWeight(maximumBytes)
                .weigher((String key, ExpiringValue<V> value) -> weight(key, value))
                // Making room after a write takes less time than handing that to another thread.
                .executor(Runnable::run)
                .build();
    }

    /**
     * Looks up a value.
     *
     * @param key the key
     * @return the value, or null if there is none or it has expired
     */
    public @Nullable V get(String key) {
        ExpiringValue<V> found = values.getIfPresent(key);
        if (found == null) {
            return null;
        }
        if (found.expiresAtMillis <= clock.millis()) {
            values.asMap().remove(key, found);
            return null;
        }
        return found.value;
    }

    /**
     * Writes a value, replacing the previous one of the key. If the value is larger than the store, the key has no value
     * afterwards.
     *
     * @param key the key
     * @param value the value
     * @param bytes the size of the value on the heap
     * @param ttl the time to live; with zero, the key has no value afterwards
     */
    public void put(String key, V value, long bytes, Duration ttl) {
        if (bytes > maximumBytes || ttl.isZero() || ttl.isNegative()) {
            values.invalidate(key);
        } else {
            values.put(key, new ExpiringValue<>(value, bytes, expiresAt(ttl)));
        }
    }

    /**
     * Counts a value again whose size has changed.
     *
     * @param key the key; without a value, nothing happens
     * @param bytes the size of a value on the heap
     */
    public void recount(String key, ToLongFunction<V> bytes) {
        values.asMap()
                .computeIfPresent(
                        key,
                        (same, known) -> new ExpiringValue<>(
                                known.value, bytes.applyAsLong(known.value), known.expiresAtMillis));
    }

    /**
     * Removes a value.
     *
     * @param key the key
     */
    public void remove(String key) {
        values.invalidate(key);
    }

    /** Removes all values. */
    public void clear() {
        values.invalidateAll();
    }

    /** {@return the approximate number of values} */
    public long size() {
        values.cleanUp();
        return values.estimatedSize();
    }

    /** {@return the approximate size of keys and values in bytes} */
    public long bytes() {
        values.cleanUp();
        return values.policy().eviction().orElseThrow().weightedSize().orElseThrow();
    }

    private static int weight(String key, ExpiringValue<?> value) {
        return (int) Math.min(Integer.MAX_VALUE, OVERHEAD_BYTES + key.length() + value.bytes);
    }

    private long expiresAt(Duration ttl) {
        return ttl.compareTo(FOR_EVER) > 0 ? Long.MAX_VALUE : clock.millis() + ttl.toMillis();
    }
}
