package io.httpcached.store.redis;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A history of the data of a Redis server. A value that must not return after its removal is bound to the history in which
 * it was written, by bytes in front of it. A server that restarts from its disk, or a replica that becomes the master, begins a new
 * history: it may have lost the removal of any value of an older one. Immutable.
 */
final class History {

    /** The first bytes of each bound value. No encoded entry begins with them. */
    private static final byte[] BOUND = "\0httpcH:".getBytes(US_ASCII);

    /** The history of a server that never loses a write that it has confirmed. */
    static final History DURABLE = new History(0);

    private final byte[] prefix;

    private History(long id) {
        this.prefix = ByteBuffer.allocate(BOUND.length + Long.BYTES)
                .put(BOUND)
                .putLong(id)
                .array();
    }

    /**
     * Returns the history that the identifiers of a server stand for.
     *
     * @param identifiers texts that change if the server restarts or becomes a master
     */
    static History of(String identifiers) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(identifiers.getBytes(US_ASCII));
            return new History(ByteBuffer.wrap(digest).getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256.", e);
        }
    }

    /** Returns a value as it is stored if it is bound to this history. */
    byte[] bind(byte[] value) {
        byte[] bound = Arrays.copyOf(prefix, prefix.length + value.length);
        System.arraycopy(value, 0, bound, prefix.length, value.length);
        return bound;
    }

    /** Returns the value of what is stored, or null if that is nothing, or a value that is bound to another history. */
    byte @Nullable [] unbind(byte @Nullable [] stored) {
        if (stored == null || !isBound(stored)) {
            return stored;
        }
        return startsWith(stored, prefix) ? Arrays.copyOfRange(stored, prefix.length, stored.length) : null;
    }

    /** Returns whether a stored value is bound to any history. */
    static boolean isBound(byte[] stored) {
        return startsWith(stored, BOUND);
    }

    /** Returns the bytes with which each value begins that is bound to this history. */
    byte[] prefix() {
        return prefix.clone();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof History history && Arrays.equals(prefix, history.prefix);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(prefix);
    }

    private static boolean startsWith(byte[] value, byte[] begin) {
        return value.length >= begin.length && Arrays.equals(value, 0, begin.length, begin, 0, begin.length);
    }
}
