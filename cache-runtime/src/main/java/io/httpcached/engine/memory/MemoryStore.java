package io.httpcached.engine.memory;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A map bounded in bytes whose values each have their own time to live. To make room, it evicts the least used values
 * (Caffeine's W-TinyLFU). It keeps values as they are, so a hit decodes nothing. Thread-safe.
 *
 * <p>An expired value is removed on its next lookup, or dropped like any unused value. Caffeine's own expiry would reorder a
 * timer wheel on each hit.
 *
 * @param <V> the type of the values
 */
public final class MemoryStore<V extends MemoryStore.Value> {

    /** A mapping without its value and the characters of its key: two nodes, their references, and a text. */
    private static final int OVERHEAD_BYTES = 124;

    private static final Duration FOR_EVER = Duration.ofDays(36_500);

    /** A value with its size and its expiry time, in one object so that a hit reads less memory. Immutable. */
    public interface Value {

        /** {@return the size of the value on the heap, in bytes} */
        long bytes();

        /** {@return the time when the value expires, in milliseconds since the epoch} */
        long expiresAtMillis();
    }

    private final Cache<String, V> values;
    private final LongAdder evictions = new LongAdder();
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
                .weigher((String key, V value) -> weight(key, value))
                .evictionListener(
                        (@Nullable String key, @Nullable V value, RemovalCause cause) -> evictions.increment())
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
        V found = values.getIfPresent(key);
        if (found != null && found.expiresAtMillis() <= clock.millis()) {
            values.asMap().remove(key, found);
            return null;
        }
        return found;
    }

    /**
     * Writes a value, replacing the previous one of the key. If the value is larger than the store or has expired already, the key
     * has no value afterwards.
     *
     * @param key the key
     * @param value the value
     */
    public void put(String key, V value) {
        if (value.bytes() > maximumBytes || value.expiresAtMillis() <= clock.millis()) {
            values.invalidate(key);
        } else {
            values.put(key, value);
        }
    }

    /**
     * Counts a value again whose size has changed.
     *
     * @param key the key; without a value, nothing happens
     * @param recounted returns a value with its present size
     */
    public void recount(String key, UnaryOperator<V> recounted) {
        values.asMap().computeIfPresent(key, (same, known) -> recounted.apply(known));
    }

    /**
     * Returns when a value that is written now expires.
     *
     * @param ttl the time to live
     * @return the time in milliseconds since the epoch
     */
    public long expiresAt(Duration ttl) {
        return ttl.compareTo(FOR_EVER) > 0 ? Long.MAX_VALUE : clock.millis() + ttl.toMillis();
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

    /** {@return the maximum size in bytes} */
    public long maximumBytes() {
        return maximumBytes;
    }

    /** {@return the number of values that were evicted to make room} */
    public long evictions() {
        return evictions.sum();
    }

    private static int weight(String key, Value value) {
        return (int) Math.min(Integer.MAX_VALUE, OVERHEAD_BYTES + key.length() + value.bytes());
    }
}
