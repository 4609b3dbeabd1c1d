package io.httpcached.engine.remote;

import java.nio.ByteBuffer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The tag version of a tag as it stands in a backend: two random numbers, of which an invalidation removes both, or changes the
 * second.
 *
 * @param existence what an entry must have been stamped with to be found
 * @param freshness what it must have been stamped with not to be stale
 * @param agedAtMillis when the freshness was changed last, in milliseconds since the epoch; 0 if never
 */
record TagVersion(long existence, long freshness, long agedAtMillis) {

    private static final int BYTES = 3 * Long.BYTES;

    static TagVersion random(RandomGenerator random) {
        return new TagVersion(random.nextLong(), random.nextLong(), 0);
    }

    /** {@return the same tag version of a tag whose entries have become stale} */
    TagVersion aged(RandomGenerator random, long nowMillis) {
        return new TagVersion(existence, random.nextLong(), nowMillis);
    }

    byte[] encode() {
        return ByteBuffer.allocate(BYTES)
                .putLong(existence)
                .putLong(freshness)
                .putLong(agedAtMillis)
                .array();
    }

    /** {@return the mark, or null if these bytes are none} */
    static @Nullable TagVersion decode(byte @Nullable [] value) {
        if (value == null || value.length != BYTES) {
            return null;
        }
        ByteBuffer bytes = ByteBuffer.wrap(value);
        return new TagVersion(bytes.getLong(), bytes.getLong(), bytes.getLong());
    }
}
