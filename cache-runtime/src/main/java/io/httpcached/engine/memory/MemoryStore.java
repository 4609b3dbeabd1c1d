package io.httpcached.engine.memory;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A map bounded in bytes whose values each have their own time to live. What is asked for least is dropped first
 * (Caffeine's W-TinyLFU). Values are kept as they are, so a hit decodes nothing. Thread-safe.
 *
 * <p>A value whose time is over is removed when it is asked for, or dropped like any that nobody asks for: Caffeine's own
 * expiry would reorder a timer wheel for each hit.
 *
 * @param <V> the type of the values, immutable
 */
public final class MemoryStore<V> {

    /** What a mapping costs beside its key and value: the map's node, the wrapper and their references. */
    private static final int OVERHEAD_BYTES = 160;

    private static final Duration FOR_EVER = Duration.ofDays(36_500);

    /**
     * A value in the store.
     *
     * @param value the value
     * @param bytes its size on the heap
     * @param expiresAtMillis when it has outlived its time
     */
    private record Held<V>(V value, long bytes, long expiresAtMillis) {}

    private final Cache<String, Held<V>> values;
    private final long maximumBytes;
    private final Clock clock;

    /**
     * Creates an empty store.
     *
     * @param maximumBytes what keys and values may take together, in bytes
     * @param clock tells when a value has outlived its time
     */
    public MemoryStore(long maximumBytes, Clock clock) {
        this.maximumBytes = maximumBytes;
        this.clock = clock;
        this.values = Caffeine.newBuilder()
                .maximumWeight(maximumBytes)
                .weigher((String key, Held<V> held) -> weight(key, held))
                .build();
    }

    /**
     * Looks a value up.
     *
     * @param key its key
     * @return the value, or null when there is none or its time is over
     */
    public @Nullable V get(String key) {
        Held<V> held = values.getIfPresent(key);
        if (held == null) {
            return null;
        }
        if (held.expiresAtMillis <= clock.millis()) {
            values.asMap().remove(key, held);
            return null;
        }
        return held.value;
    }

    /**
     * Puts a value in place of whatever the key held. A value larger than the store is not kept, and what the key held
     * is gone.
     *
     * @param key its key
     * @param value the value
     * @param bytes its size on the heap
     * @param ttl how long it lives; nothing is kept when zero
     */
    public void put(String key, V value, long bytes, Duration ttl) {
        if (bytes > maximumBytes || ttl.isZero() || ttl.isNegative()) {
            values.invalidate(key);
        } else {
            values.put(key, new Held<>(value, bytes, expiresAt(ttl)));
        }
    }

    /**
     * Removes a value.
     *
     * @param key its key
     */
    public void remove(String key) {
        values.invalidate(key);
    }

    /** Removes all values. */
    public void clear() {
        values.invalidateAll();
    }

    /** {@return the number of values, at this moment and approximately} */
    public long size() {
        values.cleanUp();
        return values.estimatedSize();
    }

    /** {@return what keys and values take, in bytes, at this moment and approximately} */
    public long bytes() {
        values.cleanUp();
        return values.policy().eviction().orElseThrow().weightedSize().orElseThrow();
    }

    private static int weight(String key, Held<?> held) {
        return (int) Math.min(Integer.MAX_VALUE, OVERHEAD_BYTES + key.length() + held.bytes);
    }

    private long expiresAt(Duration ttl) {
        return ttl.compareTo(FOR_EVER) > 0 ? Long.MAX_VALUE : clock.millis() + ttl.toMillis();
    }
}
