package io.httpcached.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GzipTagTest {

    @ParameterizedTest
    @ValueSource(strings = {"\"v7\"", "W/\"v7\"", "\"\"", "\"a-gzip\"", "\"\u00e9\"", "\"v7-234f1cb2-gzip\""})
    void leadsBackToTheTagOfTheHandler(String text) {
        EntityTag own = tag(text);
        EntityTag compressed = GzipTag.of(own);
        assertThat(compressed).isNotEqualTo(own);
        assertThat(compressed.weak()).isEqualTo(own.weak());
        assertThat(compressed.opaque()).startsWith(own.opaque()).endsWith("-gzip");
        assertThat(EntityTag.parse(compressed.toString())).isEqualTo(compressed);
        assertThat(GzipTag.ownTag(compressed)).isEqualTo(own);
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
            })
    void doesNotTakeTagsOfHandlersForItsOwn(String text) {
        assertThat(GzipTag.ownTag(tag(text))).isNull();
        assertThat(GzipTag.isIn(List.of(text))).isFalse();
    }

    @Test
    void replacesTagsInLists() {
        String compressed = GzipTag.of(new EntityTag(false, "v7")).toString();
        String weak = GzipTag.of(new EntityTag(true, "v8")).toString();
        List<String> lines = List.of("\"a\", " + compressed, weak + ",\"v7\", broken");
        assertThat(GzipTag.isIn(lines)).isTrue();
        assertThat(GzipTag.toOwn(lines))
                .containsExactly(new EntityTag(false, "a"), new EntityTag(false, "v7"), new EntityTag(true, "v8"));
    }

    @Test
    void isEqualOnEveryNode() {
        assertThat(GzipTag.of(new EntityTag(false, "v7")).toString()).isEqualTo("\"v7-234f1cb2-gzip\"");
    }

    @Test
    void anAsteriskIsNoTag() {
        assertThat(GzipTag.isIn(List.of("*"))).isFalse();
        assertThat(GzipTag.isIn(List.of())).isFalse();
    }

    private static EntityTag tag(String text) {
        return Objects.requireNonNull(EntityTag.parse(text));
    }
}
