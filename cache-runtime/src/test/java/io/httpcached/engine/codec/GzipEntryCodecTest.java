package io.httpcached.engine.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;

class GzipEntryCodecTest {

    private static final StoredEntry ENTRY = Entries.response(new byte[5_000], "A", "b");

    private final BinaryEntryCodec binary = new BinaryEntryCodec();
    private final int size = binary.encode(ENTRY).length;

    @Test
    void storesLessThanTheEntry() {
        GzipEntryCodec codec = new GzipEntryCodec(binary, size);
        byte[] packed = codec.encode(ENTRY);
        assertThat(packed).hasSizeLessThan(size / 10);
        assertThat(Entries.describe(Objects.requireNonNull(Entries.decode(codec, packed))))
                .isEqualTo(Entries.describe(ENTRY));
    }

    @Test
    void takesAnEntryLargerThanTheMaximumForNone() {
        GzipEntryCodec codec = new GzipEntryCodec(binary, size - 1);
        assertThat(Entries.decode(codec, codec.encode(ENTRY))).isNull();
    }

    @Test
    void takesOtherBytesForNone() {
        assertThat(Entries.decode(new GzipEntryCodec(binary, size), binary.encode(ENTRY)))
                .isNull();
    }
}
