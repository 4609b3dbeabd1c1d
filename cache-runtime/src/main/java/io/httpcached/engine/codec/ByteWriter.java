package io.httpcached.engine.codec;

import io.httpcached.core.Utf8;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Writes the parts of the format of {@link BinaryEntryCodec}. Not thread-safe. */
final class ByteWriter {

    private static final int MORE = 0x80;
    private static final int SEVEN_BITS = 0x7F;

    private ByteBuffer buffer;

    ByteWriter(int expectedBytes) {
        buffer = ByteBuffer.allocate(expectedBytes);
    }

    void octet(int value) {
        room(1).put((byte) value);
    }

    void int16(int value) {
        room(Short.BYTES).putShort((short) value);
    }

    void int64(long value) {
        room(Long.BYTES).putLong(value);
    }

    /** Writes a non-negative number; small numbers take fewer bytes. */
    void count(long value) {
        long rest = value;
        while (rest > SEVEN_BITS) {
            octet((int) (rest & SEVEN_BITS) | MORE);
            rest >>>= 7;
        }
        octet((int) rest);
    }

    void text(String text) {
        bytes(Utf8.encode(text));
    }

    void bytes(byte[] bytes) {
        count(bytes.length);
        room(bytes.length).put(bytes);
    }

    /** {@return the written bytes} */
    byte[] finish() {
        return Arrays.copyOf(buffer.array(), buffer.position());
    }

    private ByteBuffer room(int bytes) {
        if (buffer.remaining() < bytes) {
            byte[] larger = Arrays.copyOf(buffer.array(), Math.max(buffer.capacity() * 2, buffer.position() + bytes));
            buffer = ByteBuffer.wrap(larger).position(buffer.position());
        }
        return buffer;
    }
}
