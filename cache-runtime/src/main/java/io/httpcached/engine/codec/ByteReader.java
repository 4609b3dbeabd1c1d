package io.httpcached.engine.codec;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * Reads the parts of {@link BinaryEntryCodec}'s format. Bytes that cannot be such a part are refused before anything is
 * allocated for them. Not thread-safe.
 */
final class ByteReader {

    private static final int MORE = 0x80;
    private static final int SEVEN_BITS = 0x7F;
    private static final int LONGEST_COUNT = 63;

    private final ByteBuffer buffer;

    /** Reads one part. */
    interface Part<T> {

        T read(ByteReader in) throws MalformedEntryException;
    }

    ByteReader(byte[] bytes) {
        buffer = ByteBuffer.wrap(bytes);
    }

    /** {@return whether the next four bytes are the checksum of all from an offset on} */
    boolean isIntact(int checkedOffset) throws MalformedEntryException {
        int expected = need(Integer.BYTES).getInt();
        CRC32C checksum = new CRC32C();
        checksum.update(buffer.array(), checkedOffset, buffer.capacity() - checkedOffset);
        return expected == (int) checksum.getValue();
    }

    int octet() throws MalformedEntryException {
        return need(1).get() & 0xFF;
    }

    int int16() throws MalformedEntryException {
        return need(Short.BYTES).getShort() & 0xFFFF;
    }

    long int64() throws MalformedEntryException {
        return need(Long.BYTES).getLong();
    }

    long count() throws MalformedEntryException {
        long value = 0;
        for (int shift = 0; shift < LONGEST_COUNT; shift += 7) {
            int octet = octet();
            value |= (long) (octet & SEVEN_BITS) << shift;
            if ((octet & MORE) == 0) {
                return value;
            }
        }
        throw new MalformedEntryException("a count of more than " + LONGEST_COUNT + " bits");
    }

    /** {@return a count of parts, none of which is shorter than a byte} */
    int size() throws MalformedEntryException {
        long size = count();
        if (size > buffer.remaining()) {
            throw new MalformedEntryException(size + " parts in " + buffer.remaining() + " bytes");
        }
        return (int) size;
    }

    byte[] bytes() throws MalformedEntryException {
        byte[] bytes = new byte[size()];
        buffer.get(bytes);
        return bytes;
    }

    String text() throws MalformedEntryException {
        int length = size();
        String text = new String(buffer.array(), buffer.position(), length, StandardCharsets.UTF_8);
        buffer.position(buffer.position() + length);
        return text;
    }

    <T> List<T> list(Part<T> part) throws MalformedEntryException {
        int size = size();
        List<T> list = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            list.add(part.read(this));
        }
        return list;
    }

    void requireEnd() throws MalformedEntryException {
        if (buffer.hasRemaining()) {
            throw new MalformedEntryException(buffer.remaining() + " bytes too many");
        }
    }

    private ByteBuffer need(int bytes) throws MalformedEntryException {
        if (buffer.remaining() < bytes) {
            throw new MalformedEntryException(bytes + " bytes wanted, " + buffer.remaining() + " left");
        }
        return buffer;
    }
}
