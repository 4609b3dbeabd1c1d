package io.httpcached.engine.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.httpcached.engine.codec.ByteReader.MalformedException;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ByteReaderTest {

    private final ByteWriter out = new ByteWriter(0);

    @BeforeEach
    void leaveRoomForTheChecksum() {
        out.int32(0);
    }

    @Test
    void readsWhatWasWritten() throws MalformedException {
        out.octet(0xFE);
        out.int16(0xFEDC);
        out.int32(0x01020304);
        out.int64(-2);
        out.text("grün");
        out.bytes(new byte[] {1, 2, 3});
        ByteReader in = new ByteReader(written());
        assertThat(in.octet()).isEqualTo(0xFE);
        assertThat(in.int16()).isEqualTo(0xFEDC);
        assertThat(in.int16()).isEqualTo(0x0102);
        assertThat(in.int16()).isEqualTo(0x0304);
        assertThat(in.int64()).isEqualTo(-2);
        assertThat(in.text()).isEqualTo("grün");
        assertThat(in.bytes()).containsExactly(1, 2, 3);
        in.requireEnd();
    }

    @Test
    void countsHaveSevenBitsPerOctet() throws MalformedException {
        long[] counts = {0, 1, 127, 128, 16_383, 16_384, Long.MAX_VALUE};
        for (long count : counts) {
            out.count(count);
        }
        byte[] bytes = written();
        assertThat(HexFormat.of().formatHex(bytes))
                .isEqualTo("00" + "01" + "7f" + "8001" + "ff7f" + "808001" + "ffffffffffffffff7f");
        ByteReader in = new ByteReader(bytes);
        for (long count : counts) {
            assertThat(in.count()).isEqualTo(count);
        }
        in.requireEnd();
    }

    @Test
    void aCountOfMoreThan63BitsIsMalformed() {
        ByteReader in = new ByteReader(HexFormat.of().parseHex("ffffffffffffffffff01"));
        assertThatThrownBy(in::count).isInstanceOf(MalformedException.class).hasMessage("a count of more than 63 bits");
    }

    @Test
    void aSizeLargerThanTheRestIsMalformed() throws MalformedException {
        assertThat(new ByteReader(new byte[] {2, 0, 0}).size()).isEqualTo(2);
        assertThatThrownBy(() -> new ByteReader(new byte[] {3, 0, 0}).size())
                .isInstanceOf(MalformedException.class)
                .hasMessage("3 parts in 2 bytes");
        assertThat(new ByteReader(new byte[] {1, 'a'}).text()).isEqualTo("a");
    }

    @Test
    void tooFewOrTooManyBytesAreMalformed() throws MalformedException {
        assertThat(new ByteReader(new byte[8]).int64()).isZero();
        assertThatThrownBy(() -> new ByteReader(new byte[7]).int64()).hasMessage("8 bytes wanted, 7 left");
        assertThatThrownBy(() -> new ByteReader(new byte[1]).requireEnd()).hasMessage("1 bytes too many");
    }

    @Test
    void aListHasAllItsParts() throws MalformedException {
        out.count(2);
        out.text("a");
        out.text("b");
        assertThat(new ByteReader(written()).list(ByteReader::text)).containsExactly("a", "b");
    }

    @Test
    void theChecksumCoversTheBytesFromItsOffset() throws MalformedException {
        out.octet(7);
        out.text("abc");
        byte[] bytes = out.finish(0, 5);
        assertThat(new ByteReader(bytes).isIntact(5)).isTrue();
        bytes[4] = 8;
        assertThat(new ByteReader(bytes).isIntact(5)).isTrue();
        bytes[8]++;
        assertThat(new ByteReader(bytes).isIntact(5)).isFalse();
    }

    @Test
    void aBufferThatIsTooSmallGrows() {
        ByteWriter small = new ByteWriter(7);
        small.text("abc");
        small.text("x".repeat(100));
        byte[] bytes = small.finish(0, 4);
        assertThat(bytes).hasSize(105);
        assertThat(new String(bytes, 5, 100, UTF_8)).isEqualTo("x".repeat(100));
    }

    private byte[] written() {
        byte[] all = out.finish(0, 4);
        return Arrays.copyOfRange(all, 4, all.length);
    }
}
