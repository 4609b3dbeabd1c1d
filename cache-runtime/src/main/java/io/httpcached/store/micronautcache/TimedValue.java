package io.httpcached.store.micronautcache;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * A value that carries its expiry, as bytes: 8 bytes of the moment of expiry in milliseconds, 8 bytes that no two writes have
 * in common, and the value.
 */
final class TimedValue {

    private static final int HEADER = 2 * Long.BYTES;

    private TimedValue() {}

    /**
     * {@return the bytes of a value that is to live for a time from now on} Rounded up, and the millisecond that is under way
     * does not count.
     */
    static byte[] write(byte[] value, long now, Duration ttl) {
        return ByteBuffer.allocate(HEADER + value.length)
                .putLong(now + 1 + ttl.plusNanos(999_999).toMillis())
                .putLong(ThreadLocalRandom.current().nextLong())
                .put(value)
                .array();
    }

    /** {@return the value, or null if it has expired or the bytes are none of ours} */
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
