package io.httpcached.engine.codec;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Encodes entries to bytes and decodes them. An application may provide its own codec as a bean whose qualifier is the name
 * that selects it in {@code http-cache.codec}. Thread-safe.
 */
public interface EntryCodec {

    /**
     * Encodes an entry.
     *
     * @param entry the entry
     * @return bytes that {@link #decode} decodes to an equal entry
     */
    byte[] encode(StoredEntry entry);

    /**
     * Decodes an entry. The bytes are those that an {@link #encode} returned, because the cache stores a checksum with them; but
     * that may have been another codec, or another version of this one. Such bytes are not an error; the caller treats them as a
     * miss.
     *
     * @param bytes the encoded entry, from the position to the limit of a buffer with an accessible array, which must not be
     *     modified
     * @return the entry, or null if the bytes cannot be decoded
     */
    @Nullable
    StoredEntry decode(ByteBuffer bytes);
}
