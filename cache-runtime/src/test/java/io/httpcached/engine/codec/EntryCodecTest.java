package io.httpcached.engine.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.micronaut.serde.ObjectMapper;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for each codec that comes with the module. */
class EntryCodecTest {

    private static final int LARGEST = 1024 * 1024;
    private static final EntryCodec BINARY = new BinaryEntryCodec();
    private static final EntryCodec JSON = new JsonEntryCodec(ObjectMapper.getDefault());
    private static final EntryCodec GZIP = new GzipEntryCodec(BINARY, LARGEST);

    @Property
    void decodesWhatItEncoded(@ForAll("entries") StoredEntry entry) {
        for (EntryCodec codec : List.of(BINARY, JSON, GZIP)) {
            StoredEntry decoded = Entries.roundTrip(codec, entry);
            assertThat(Entries.describe(decoded)).isEqualTo(Entries.describe(entry));
        }
    }

    @Property
    void takesAnyOtherBytesForNone(@ForAll byte[] bytes) {
        assertThat(Entries.decode(BINARY, bytes)).isNull();
        assertThat(Entries.decode(JSON, bytes)).isNull();
        assertThat(Entries.decode(GZIP, bytes)).isNull();
    }

    @Property(tries = 200)
    void failsOnNoJsonHoweverDamaged(@ForAll("entries") StoredEntry entry, @ForAll int where) {
        byte[] damaged = JSON.encode(entry);
        damaged[Math.floorMod(where, damaged.length)] ^= 0x11;
        assertThatCode(() -> Entries.decode(JSON, damaged)).doesNotThrowAnyException();
    }

    @Property(tries = 1)
    void showsJsonThatAPersonCanRead() {
        String json = new String(JSON.encode(Entries.response("{\"id\":42}".getBytes(UTF_8), "ETag", "\"a\"")), UTF_8);
        assertThat(json)
                .contains("\"expires\":\"2026-01-01T00:11:00Z\"")
                .contains("[\"ETag\",\"\\\"a\\\"\"]")
                .contains("\"text\":\"{\\\"id\\\":42}\"");
    }

    @Property(tries = 1)
    void doesNotUnpackMoreThanAnEntryCanBe() {
        EntryCodec small = new GzipEntryCodec(BINARY, 1000);
        byte[] bomb = GZIP.encode(Entries.response(new byte[LARGEST / 2]));
        assertThat(bomb.length).isLessThan(1000);
        assertThat(Entries.decode(small, bomb)).isNull();
    }

    @Provide
    Arbitrary<StoredEntry> entries() {
        Arbitrary<byte[]> bytes = Arbitraries.oneOf(
                Arbitraries.bytes().array(byte[].class).ofMaxSize(300),
                Arbitraries.strings().ofMaxLength(100).map(text -> text.getBytes(UTF_8)));
        Arbitrary<String[]> fields = Combinators.combine(
                        Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(20),
                        Arbitraries.strings().withCharRange(' ', '\u00FF').ofMaxLength(40))
                .as((name, value) -> new String[] {name, value})
                .list()
                .ofMaxSize(6)
                .map(lines -> lines.stream().flatMap(java.util.Arrays::stream).toArray(String[]::new));
        return Arbitraries.oneOf(
                Combinators.combine(bytes, fields).as(Entries::response),
                Combinators.combine(bytes, bytes, fields).as(Entries::compressed),
                fields.map(Entries::variants));
    }
}
