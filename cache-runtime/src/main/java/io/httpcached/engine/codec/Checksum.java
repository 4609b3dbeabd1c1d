package io.httpcached.engine.codec;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * The checksum that follows an encoded entry in a backend, whatever the codec: a line feed and the CRC-32C of the encoded entry
 * as eight hexadecimal digits. It is text, so that an entry that a person can read stays readable.
 */
public final class Checksum {

    private static final int LENGTH = 1 + 2 * Integer.BYTES;
    private static final HexFormat HEX = HexFormat.of();

    private Checksum() {}

    /**
     * Appends the checksum to an encoded entry.
     *
     * @param encoded the encoded entry
     * @return the encoded entry and its checksum
     */
    public static byte[] append(byte[] encoded) {
        byte[] all = Arrays.copyOf(encoded, encoded.length + LENGTH);
        byte[] checksum = of(encoded, encoded.length);
        System.arraycopy(checksum, 0, all, encoded.length, LENGTH);
        return all;
    }

    /**
     * Verifies the checksum of an encoded entry. The entry is not copied.
     *
     * @param bytes the encoded entry and its checksum
     * @return the encoded entry, or null if the checksum does not match
     */
    public static @Nullable ByteBuffer verify(byte[] bytes) {
        int length = bytes.length - LENGTH;
        return length >= 0 && Arrays.equals(of(bytes, length), 0, LENGTH, bytes, length, bytes.length)
                ? ByteBuffer.wrap(bytes, 0, length)
                : null;
    }

    private static byte[] of(byte[] bytes, int length) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes, 0, length);
        return ('\n' + HEX.toHexDigits((int) checksum.getValue())).getBytes(StandardCharsets.US_ASCII);
    }
}
