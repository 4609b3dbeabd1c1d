package io.httpcached.engine.codec;

import org.jspecify.annotations.Nullable;

/**
 * Turns what a key holds into bytes and back. An application may bring its own as a bean whose qualifier is the name that
 * {@code http-cache.codec} chooses it by. Thread-safe.
 */
public interface EntryCodec {

    /**
     * Encodes.
     *
     * @param entry what a key is to hold
     * @return bytes from which {@link #decode} makes an equal entry
     */
    byte[] encode(StoredEntry entry);

    /**
     * Decodes. Bytes that are not understood, because they are damaged or of another version, are no mistake: the caller
     * goes on as if there were none.
     *
     * @param bytes what a key holds, not to be changed
     * @return the entry, or null if the bytes are not understood
     */
    @Nullable
    StoredEntry decode(byte[] bytes);
}
