package io.httpcached.engine.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.httpcached.engine.codec.ByteReader.MalformedException;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class ByteReaderTest {

    private final ByteWriter out = new ByteWriter(0);

    @Test
    void readsWhatWasWritten() throws MalformedException {
        out.octet(0xFE);
        out.int16(0xFEDC);
        out.int64(-2);
        out.text("grün");
        out.bytes(new byte[] {1, 2, 3});
        ByteReader in = reader(written());
        assertThat(in.octet()).isEqualTo(0xFE);
        assertThat(in.int16()).isEqualTo(0xFEDC);
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
        ByteReader in = reader(bytes);
        for (long count : counts) {
            assertThat(in.count()).isEqualTo(count);
        }
        in.requireEnd();
    }

    @Test
    void aCountOfMoreThan63BitsIsMalformed() {
        ByteReader in = reader(HexFormat.of().parseHex("ffffffffffffffffff01"));
        assertThatThrownBy(in::count).isInstanceOf(MalformedException.class).hasMessage("a count of more than 63 bits");
    }

    @Test
    void aSizeLargerThanTheRestIsMalformed() throws MalformedException {
        assertThat(reader(new byte[] {2, 0, 0}).size()).isEqualTo(2);
        assertThatThrownBy(() -> reader(new byte[] {3, 0, 0}).size())
                .isInstanceOf(MalformedException.class)
                .hasMessage("3 parts in 2 bytes");
        assertThat(reader(new byte[] {1, 'a'}).text()).isEqualTo("a");
    }

    @Test
    void tooFewOrTooManyBytesAreMalformed() throws MalformedException {
        assertThat(reader(new byte[8]).int64()).isZero();
        assertThatThrownBy(() -> reader(new byte[7]).int64()).hasMessage("8 bytes wanted, 7 left");
        assertThatThrownBy(() -> reader(new byte[1]).requireEnd()).hasMessage("1 bytes too many");
    }

    @Test
    void aListHasAllItsParts() throws MalformedException {
        out.count(2);
        out.text("a");
        out.text("b");
        assertThat(reader(written()).list(ByteReader::text)).containsExactly("a", "b");
    }

    @Test
    void readsFromThePositionToTheLimitOfABuffer() throws MalformedException {
        ByteBuffer part =
                ByteBuffer.wrap(new byte[] {9, 9, 1, 'a', 2, 'b', 'c', 9}, 2, 5).slice();
        ByteReader in = new ByteReader(part);
        assertThat(in.text()).isEqualTo("a");
        assertThat(in.bytes()).containsExactly('b', 'c');
        in.requireEnd();
    }

    @Test
    void aBufferThatIsTooSmallGrows() {
        ByteWriter small = new ByteWriter(7);
        small.text("abc");
        small.text("x".repeat(100));
        byte[] bytes = small.finish();
        assertThat(bytes).hasSize(105);
        assertThat(new String(bytes, 5, 100, UTF_8)).isEqualTo("x".repeat(100));
    }

    private byte[] written() {
        return out.finish();
    }

    private static ByteReader reader(byte... bytes) {
        return new ByteReader(ByteBuffer.wrap(bytes));
    }
}
