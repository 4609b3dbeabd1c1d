package io.httpcached.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodingTagTest {

    private static final Predicate<Coding> ANY = List.of(Coding.values())::contains;

    @ParameterizedTest
    @ValueSource(strings = {"\"v7\"", "W/\"v7\"", "\"\"", "\"a-gzip\"", "\"\u00e9\"", "\"v7-234f1cb2-gzip\""})
    void leadsBackToTheTagOfTheHandler(String text) {
        EntityTag own = tag(text);
        for (Coding coding : Coding.values()) {
            EntityTag compressed = CodingTag.of(own, coding);
            assertThat(compressed).isNotEqualTo(own);
            assertThat(compressed.weak()).isEqualTo(own.weak());
            assertThat(compressed.opaque()).startsWith(own.opaque()).endsWith('-' + coding.token());
            assertThat(EntityTag.parse(compressed.toString())).isEqualTo(compressed);
            for (Coding other : Coding.values()) {
                assertThat(CodingTag.ownTag(compressed, other)).isEqualTo(other == coding ? own : null);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"v7\"",
                "\"v7-gzip\"",
                "\"-gzip\"",
                "\"v7-00000000-gzip\"",
                "\"archive.tar-gzip\"",
                "\"00000000-gzip\"",
                "\"v7-br\"",
                "\"v7-00000000-zstd\"",
            })
    void doesNotTakeTagsOfHandlersForItsOwn(String text) {
        for (Coding coding : Coding.values()) {
            assertThat(CodingTag.ownTag(tag(text), coding)).isNull();
        }
        assertThat(CodingTag.isIn(List.of(text), ANY)).isFalse();
    }

    @Test
    void replacesTagsInLists() {
        String compressed =
                CodingTag.of(new EntityTag(false, "v7"), Coding.BROTLI).toString();
        String weak = CodingTag.of(new EntityTag(true, "v8"), Coding.GZIP).toString();
        List<String> lines = List.of("\"a\", " + compressed, weak + ",\"v7\", broken");
        assertThat(CodingTag.isIn(lines, ANY)).isTrue();
        assertThat(CodingTag.toOwn(lines, ANY))
                .containsExactly(new EntityTag(false, "a"), new EntityTag(false, "v7"), new EntityTag(true, "v8"));
    }

    @Test
    void replacesOnlyTagsOfCodingsThatAreAccepted() {
        String compressed =
                CodingTag.of(new EntityTag(false, "v7"), Coding.BROTLI).toString();
        assertThat(CodingTag.isIn(List.of(compressed), Coding.GZIP::equals)).isFalse();
        assertThat(CodingTag.isIn(List.of(compressed), Coding.BROTLI::equals)).isTrue();
        assertThat(CodingTag.toOwn(List.of(compressed), Coding.GZIP::equals)).containsExactly(tag(compressed));
    }

    @Test
    void isEqualOnEveryNode() {
        assertThat(CodingTag.of(new EntityTag(false, "v7"), Coding.GZIP).toString())
                .isEqualTo("\"v7-234f1cb2-gzip\"");
        assertThat(CodingTag.of(new EntityTag(true, "v7"), Coding.ZSTD).toString())
                .isEqualTo("W/\"v7-234f1cb2-zstd\"");
    }

    @Test
    void anAsteriskIsNoTag() {
        assertThat(CodingTag.isIn(List.of("*"), ANY)).isFalse();
        assertThat(CodingTag.isIn(List.of(), ANY)).isFalse();
    }

    private static EntityTag tag(String text) {
        return Objects.requireNonNull(EntityTag.parse(text));
    }
}
