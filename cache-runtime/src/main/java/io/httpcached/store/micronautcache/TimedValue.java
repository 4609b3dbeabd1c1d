package io.httpcached.store.micronautcache;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Encodes a value together with its expiry: 8 bytes for the time of expiry in milliseconds, 8 random bytes that distinguish
 * writes of equal values, and the value.
 */
final class TimedValue {

    private static final int HEADER = 2 * Long.BYTES;

    private TimedValue() {}

    /**
     * Encodes a value whose time to live begins now. The time to live is rounded up, and the current millisecond does not
     * count.
     */
    static byte[] write(byte[] value, long now, Duration ttl) {
        return ByteBuffer.allocate(HEADER + value.length)
                .putLong(now + 1 + ttl.plusNanos(999_999).toMillis())
                .putLong(ThreadLocalRandom.current().nextLong())
                .put(value)
                .array();
    }

    /** {@return the value, or null if it has expired or the bytes have another format} */
    static byte @Nullable [] read(byte[] bytes, long now) {
        if (bytes.length < HEADER) {
            return null;
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        if (buffer.getLong() <= now) {
            return null;
        }
        byte[] value = new byte[bytes.length - HEADER];
        buffer.position(HEADER).get(value);
        return value;
    }
}
