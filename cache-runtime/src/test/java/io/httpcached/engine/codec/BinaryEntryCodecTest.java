package io.httpcached.engine.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.core.Lifetime;
import io.httpcached.core.StoredResponse;
import io.httpcached.engine.Entry;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BinaryEntryCodecTest {

    private static final byte[] BODY = "{\"id\":42}".getBytes(UTF_8);

    private final BinaryEntryCodec codec = new BinaryEntryCodec();

    /** Written by hand from the documented format: other versions of the module read what this one writes. */
    @Test
    void writesAResponseByteForByteAsDocumented() {
        String golden = String.join(
                "",
                "48",
                "04",
                "01",
                "0000019b76e4ba20",
                "06" + hex("digest"),
                "02",
                "11" + hex("path:/products/42") + "0102030405060708" + "0000000000000009",
                "0c" + hex("tag:products") + "ffffffffffffffff" + "0000000000000000",
                "06",
                "00c8",
                "0000019b76daa706",
                "0000019b76daa800",
                "d804",
                "03",
                "3c",
                "80a305",
                "02",
                "0c" + hex("Content-Type") + "10" + hex("application/json"),
                "07" + hex("X-Empty") + "00",
                "09" + hex("{\"id\":42}"));
        byte[] encoded = codec.encode(Entries.response(BODY, "Content-Type", "application/json", "X-Empty", ""));
        assertThat(HexFormat.of().formatHex(encoded)).isEqualTo(golden);
    }

    @Test
    void writesVariantsByteForByteAsDocumented() {
        byte[] encoded = codec.encode(Entries.variants("accept-language", "x-color"));
        String golden = String.join(
                "",
                "48",
                "04",
                "02",
                "0000019b76e4ba20",
                "06" + hex("digest"),
                "02",
                "11" + hex("path:/products/42") + "0102030405060708" + "0000000000000009",
                "0c" + hex("tag:products") + "ffffffffffffffff" + "0000000000000000",
                "02",
                "0f" + hex("accept-language"),
                "07" + hex("x-color"));
        assertThat(HexFormat.of().formatHex(encoded)).isEqualTo(golden);
    }

    @Test
    void takesAnEntryForNoneWhereverItIsCutOff() {
        byte[] whole = codec.encode(Entries.response(BODY, "Content-Type", "application/json"));
        for (int length = 0; length < whole.length; length++) {
            assertThat(decode(Arrays.copyOf(whole, length)))
                    .as("%d bytes", length)
                    .isNull();
        }
        assertThat(decode(Arrays.copyOf(whole, whole.length + 1))).isNull();
    }

    /** An entry is stored with a checksum, which makes damage to any of its bits a miss. */
    @Test
    void endsEveryEntryWithAChecksumInTheStore() {
        byte[] whole = codec.encode(Entries.variants("accept-language", "x-color"));
        String trailer = new String(Checksum.append(whole), whole.length, 9, UTF_8);
        assertThat(trailer).isEqualTo("\n3ca6a6f1");
    }

    @Test
    void keepsTextThatIsNotWellFormed() {
        StoredEntry entry = Entries.response(BODY, "A", "\uDC00\uD800 \uD83D\uDE00\uFFFD");
        assertThat(Entries.describe(Entries.roundTrip(codec, entry))).isEqualTo(Entries.describe(entry));
    }

    @Test
    void takesAnotherVersionForNone() {
        byte[] next = codec.encode(Entries.response(BODY));
        next[1] = 2;
        assertThat(decode(next)).isNull();
    }

    @Test
    void addsLessThan200BytesToBodyFieldsAndTags() {
        StoredEntry entry = Entries.response(BODY, "Content-Type", "application/json", "ETag", "\"abc\"");
        StoredResponse response = ((Entry.Response) entry.entry()).response();
        int content = response.body().length + "Content-Typeapplication/jsonETag\"abc\"".length();
        int tags = entry.entryTags().stream()
                .mapToInt(entryTag -> entryTag.tag().length())
                .sum();
        assertThat(codec.encode(entry).length - content - tags).isLessThan(120);
    }

    @Test
    void keepsEachPropertyOfALifetime() {
        for (int i = 0; i < 4; i++) {
            StoredEntry entry = Entries.with(new Lifetime(1, 2, 3, 4, i == 0, i == 1, i == 2, i == 3));
            assertThat(Entries.describe(Entries.roundTrip(codec, entry))).isEqualTo(Entries.describe(entry));
        }
    }

    @Test
    void takesAnEntryOfAnUnknownKindForNone() {
        byte[] unknown = codec.encode(Entries.variants("accept"));
        unknown[2] = 3;
        assertThat(decode(unknown)).isNull();
    }

    private @Nullable StoredEntry decode(byte[] bytes) {
        return Entries.decode(codec, bytes);
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(UTF_8));
    }
}
