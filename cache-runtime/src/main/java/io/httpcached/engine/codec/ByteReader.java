package io.httpcached.engine.codec;

import io.httpcached.core.Utf8;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the parts of the format of {@link BinaryEntryCodec}. It rejects malformed parts before it allocates memory for them.
 * Not thread-safe.
 */
final class ByteReader {

    private static final int MORE = 0x80;
    private static final int SEVEN_BITS = 0x7F;
    private static final int LONGEST_COUNT = 63;

    private final ByteBuffer buffer;

    /** Signals malformed bytes. It has no stack trace, because they are a miss and not an error. */
    static final class MalformedException extends Exception {

        private static final long serialVersionUID = 1L;

        MalformedException(String message) {
            super(message, null, false, false);
        }
    }

    /** Reads one part. */
    interface Part<T> {

        T read(ByteReader in) throws MalformedException;
    }

    ByteReader(ByteBuffer bytes) {
        buffer = bytes.duplicate();
    }

    int octet() throws MalformedException {
        return need(1).get() & 0xFF;
    }

    int int16() throws MalformedException {
        return need(Short.BYTES).getShort() & 0xFFFF;
    }

    long int64() throws MalformedException {
        return need(Long.BYTES).getLong();
    }

    long count() throws MalformedException {
        long value = 0;
        for (int shift = 0; shift < LONGEST_COUNT; shift += 7) {
            int octet = octet();
            value |= (long) (octet & SEVEN_BITS) << shift;
            if ((octet & MORE) == 0) {
                return value;
            }
        }
        throw new MalformedException("a count of more than " + LONGEST_COUNT + " bits");
    }

    /** {@return a count of parts, each of which has at least one byte} */
    int size() throws MalformedException {
        long size = count();
        if (size > buffer.remaining()) {
            throw new MalformedException(size + " parts in " + buffer.remaining() + " bytes");
        }
        return (int) size;
    }

    byte[] bytes() throws MalformedException {
        byte[] bytes = new byte[size()];
        buffer.get(bytes);
        return bytes;
    }

    String text() throws MalformedException {
        int length = size();
        String text = Utf8.decode(buffer.array(), buffer.arrayOffset() + buffer.position(), length);
        buffer.position(buffer.position() + length);
        return text;
    }

    <T> List<T> list(Part<T> part) throws MalformedException {
        int size = size();
        List<T> list = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            list.add(part.read(this));
        }
        return list;
    }

    void requireEnd() throws MalformedException {
        if (buffer.hasRemaining()) {
            throw new MalformedException(buffer.remaining() + " bytes too many");
        }
    }

    private ByteBuffer need(int bytes) throws MalformedException {
        if (buffer.remaining() < bytes) {
            throw new MalformedException(bytes + " bytes wanted, " + buffer.remaining() + " left");
        }
        return buffer;
    }
}
