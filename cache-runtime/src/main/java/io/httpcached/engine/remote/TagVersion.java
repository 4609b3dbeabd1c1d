package io.httpcached.engine.remote;

import java.nio.ByteBuffer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The version of a tag in a backend: two random numbers. An invalidation that removes entries removes both; one that marks
 * them stale changes the second.
 *
 * @param existence the number that a valid entry was written with
 * @param freshness the number that an entry was written with that is not marked stale
 * @param markedStaleAtMillis the time when entries were marked stale last, in milliseconds since the epoch; 0 if never
 */
record TagVersion(long existence, long freshness, long markedStaleAtMillis) {

    private static final int BYTES = 3 * Long.BYTES;

    static TagVersion random(RandomGenerator random) {
        return new TagVersion(random.nextLong(), random.nextLong(), 0);
    }

    /** {@return the same version after an invalidation that marks all entries stale} */
    TagVersion markStale(RandomGenerator random, long nowMillis) {
        return new TagVersion(existence, random.nextLong(), nowMillis);
    }

    byte[] encode() {
        return ByteBuffer.allocate(BYTES)
                .putLong(existence)
                .putLong(freshness)
                .putLong(markedStaleAtMillis)
                .array();
    }

    /** {@return the version, or null if the bytes are missing or malformed} */
    static @Nullable TagVersion decode(byte @Nullable [] value) {
        if (value == null || value.length != BYTES) {
            return null;
        }
        ByteBuffer bytes = ByteBuffer.wrap(value);
        return new TagVersion(bytes.getLong(), bytes.getLong(), bytes.getLong());
    }
}
