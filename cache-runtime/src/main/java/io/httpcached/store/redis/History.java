package io.httpcached.store.redis;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A history of the data of a Redis server. A value that must not return after its removal is stored with a mark of the
 * history in which it was written. A server that restarts from its disk, or a replica that becomes the master, begins a new
 * history: it may have lost the removal of any value of an older one. Immutable.
 */
final class History {

    /** The beginning of each mark. No encoded entry begins with these bytes. */
    private static final byte[] MARK = "\0httpcH:".getBytes(US_ASCII);

    /** The history of a server that never loses a write that it has confirmed. */
    static final History DURABLE = new History(0);

    private final byte[] mark;

    private History(long id) {
        this.mark = ByteBuffer.allocate(MARK.length + Long.BYTES)
                .put(MARK)
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

    /** Returns a value with the mark of this history. */
    byte[] mark(byte[] value) {
        byte[] marked = Arrays.copyOf(mark, mark.length + value.length);
        System.arraycopy(value, 0, marked, mark.length, value.length);
        return marked;
    }

    /** Returns a stored value without its mark, or null if there is none or if it has the mark of another history. */
    byte @Nullable [] unmark(byte @Nullable [] stored) {
        if (stored == null || !isMarked(stored)) {
            return stored;
        }
        return startsWith(stored, mark) ? Arrays.copyOfRange(stored, mark.length, stored.length) : null;
    }

    /** Returns whether a value has a mark of any history. */
    static boolean isMarked(byte[] stored) {
        return startsWith(stored, MARK);
    }

    /** Returns the mark, with which a stored value of this history begins. */
    byte[] mark() {
        return mark.clone();
    }

    private static boolean startsWith(byte[] value, byte[] prefix) {
        return value.length >= prefix.length && Arrays.equals(value, 0, prefix.length, prefix, 0, prefix.length);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof History history && Arrays.equals(mark, history.mark);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(mark);
    }
}
