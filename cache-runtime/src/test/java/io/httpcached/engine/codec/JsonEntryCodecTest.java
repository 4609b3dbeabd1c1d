package io.httpcached.engine.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.core.Lifetime;
import io.httpcached.core.RequestPart;
import io.httpcached.engine.Entry;
import io.httpcached.engine.codec.StoredEntry.EntryTag;
import io.micronaut.json.JsonMapper;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JsonEntryCodecTest {

    private final JsonEntryCodec codec = new JsonEntryCodec(JsonMapper.createDefault());

    @Test
    void writesVariantsAsDocumented() {
        assertThat(new String(codec.encode(Entries.variants("accept")), UTF_8))
                .isEqualTo(
                        "{\"format\":\"httpcached-4\",\"key\":\"digest\",\"expires\":\"2026-01-01T00:11:00Z\",\"tags\":["
                                + "{\"tag\":\"path:/products/42\",\"existence\":\"102030405060708\",\"freshness\":\"9\"},"
                                + "{\"tag\":\"tag:products\",\"existence\":\"ffffffffffffffff\",\"freshness\":\"0\"}],"
                                + "\"varies\":[\"accept\"]}");
    }

    @Test
    void readsVariants() {
        StoredEntry entry = Entries.roundTrip(codec, Entries.variants("accept", "x"));
        assertThat(entry.entry())
                .isEqualTo(new Entry.Variants(List.of(RequestPart.field("accept"), RequestPart.field("x"))));
        assertThat(Entries.describe(entry)).isEqualTo(Entries.describe(Entries.variants("accept", "x")));
    }

    @Test
    void keepsEachPropertyOfALifetime() {
        for (int i = 0; i < 4; i++) {
            StoredEntry entry = Entries.with(new Lifetime(1, 2, 3, 4, i == 0, i == 1, i == 2, i == 3));
            assertThat(Entries.describe(Entries.roundTrip(codec, entry))).isEqualTo(Entries.describe(entry));
        }
    }

    @Test
    void keepsBodiesThatAreNoText() {
        StoredEntry entry = Entries.compressed(new byte[] {(byte) 0xFF, 0}, new byte[] {1, 2, 3}, "ETag", "\"a\"");
        String json = new String(codec.encode(entry), UTF_8);
        assertThat(json).contains("\"base64\":\"/wA=\"", "\"gzip\":\"AQID\"").doesNotContain("\"text\"");
        assertThat(Entries.describe(Objects.requireNonNull(Entries.decode(codec, json.getBytes(UTF_8)))))
                .isEqualTo(Entries.describe(entry));
    }

    @Test
    void keepsTextThatIsNotWellFormed() {
        StoredEntry entry = new StoredEntry(
                "digest",
                Entries.response(new byte[0], "A", "\uD800").entry(),
                List.of(new EntryTag("tag:\uDC00\uD800", 1, 2), new EntryTag("tag:\uD83D\uDE00\uFFFD", 1, 2)),
                1);
        assertThat(new String(codec.encode(entry), UTF_8)).contains("{\"base64\":\"7aCA\"}");
        assertThat(Entries.roundTrip(codec, entry).entryTags()).isEqualTo(entry.entryTags());
        assertThat(Entries.describe(Entries.roundTrip(codec, entry))).isEqualTo(Entries.describe(entry));
    }

    @Test
    void takesAnEntryWithoutOneOfItsMembersForNone() {
        String json = new String(codec.encode(Entries.response("{}".getBytes(UTF_8), "A", "b")), UTF_8);
        assertThat(decode(json)).isNotNull();
        for (String member : List.of("format", "key", "expires", "tags", "status", "freshSeconds", "fields", "text")) {
            assertThat(json).contains('"' + member + '"');
            assertThat(decode(json.replace('"' + member + '"', "\"x\"")))
                    .as(member)
                    .isNull();
        }
    }

    @Test
    void takesAnotherFormatAndWrongFieldLinesForNone() {
        String json = new String(codec.encode(Entries.response("{}".getBytes(UTF_8), "A", "b")), UTF_8);
        assertThat(decode(json.replace("httpcached-4", "httpcached-3"))).isNull();
        assertThat(decode(json.replace("[\"A\",\"b\"]", "[\"A\"]"))).isNull();
        assertThat(decode(json.replace("[\"A\",\"b\"]", "[\"A\",\"b\",\"c\"]"))).isNull();
        assertThat(decode("[]")).isNull();
        assertThat(decode("null")).isNull();
        assertThat(decode("{")).isNull();
    }

    private @Nullable StoredEntry decode(String json) {
        return Entries.decode(codec, json.getBytes(UTF_8));
    }
}
