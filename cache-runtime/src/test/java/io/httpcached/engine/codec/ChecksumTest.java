package io.httpcached.engine.codec;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ChecksumTest {

    /** The check value of CRC-32C. */
    @Test
    void isALineWithTheDigitsOfTheCrc() {
        assertThat(new String(Checksum.append("123456789".getBytes(US_ASCII)), US_ASCII))
                .isEqualTo("123456789\ne3069283");
        assertThat(new String(Checksum.append(new byte[0]), US_ASCII)).isEqualTo("\n00000000");
    }

    @Test
    void verifiesWhatItAppended() {
        byte[] encoded = {1, 2, 3};
        ByteBuffer verified = Objects.requireNonNull(Checksum.verify(Checksum.append(encoded)));
        assertThat(verified).isEqualTo(ByteBuffer.wrap(encoded));
    }

    @Test
    void rejectsEveryTurnedBitAndEveryOtherLength() {
        byte[] whole = Checksum.append("123456789".getBytes(US_ASCII));
        for (int bit = 0; bit < whole.length * 8; bit++) {
            byte[] damaged = whole.clone();
            damaged[bit / 8] ^= (byte) (1 << (bit % 8));
            assertThat(Checksum.verify(damaged)).as("bit %d", bit).isNull();
        }
        for (int length = 0; length < whole.length; length++) {
            assertThat(Checksum.verify(Arrays.copyOf(whole, length)))
                    .as("%d bytes", length)
                    .isNull();
        }
        assertThat(Checksum.verify(Arrays.copyOf(whole, whole.length + 1))).isNull();
    }
}
