package io.httpcached.engine.codec;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32C;

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

    void int32(int value) {
        room(Integer.BYTES).putInt(value);
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
        bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    void bytes(byte[] bytes) {
        count(bytes.length);
        room(bytes.length).put(bytes);
    }

    /** {@return the written bytes} Fills in the checksum. */
    byte[] finish(int checksumOffset, int checkedOffset) {
        byte[] all = Arrays.copyOf(buffer.array(), buffer.position());
        CRC32C checksum = new CRC32C();
        checksum.update(all, checkedOffset, all.length - checkedOffset);
        ByteBuffer.wrap(all).putInt(checksumOffset, (int) checksum.getValue());
        return all;
    }

    private ByteBuffer room(int bytes) {
        if (buffer.remaining() < bytes) {
            byte[] larger = Arrays.copyOf(buffer.array(), Math.max(buffer.capacity() * 2, buffer.position() + bytes));
            buffer = ByteBuffer.wrap(larger).position(buffer.position());
        }
        return buffer;
    }
}
