package io.httpcached.engine.codec;

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
     * Decodes an entry. Bytes that are damaged or have another version are not an error; the caller treats them as a miss.
     *
     * @param bytes the encoded entry, which must not be modified
     * @return the entry, or null if the bytes cannot be decoded
     */
    @Nullable
    StoredEntry decode(byte[] bytes);
}
