package io.httpcached.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntityTagTest {

    private static final EntityTag STRONG = new EntityTag(false, "a");
    private static final EntityTag WEAK = new EntityTag(true, "a");

    @Test
    void theTagOfABodyIsKnownAgain() {
        byte[] body = {1, 2, 3};
        EntityTag tag = EntityTag.ofBody(body);
        assertThat(tag.isOfBody(body)).isTrue();
        assertThat(tag.isOfBody(new byte[] {1, 2, 4})).isFalse();
        assertThat(new EntityTag(true, tag.opaque()).isOfBody(body)).isFalse();
        assertThat(new EntityTag(false, "a").isOfBody(body)).isFalse();
    }

    @Test
    void weakAndStrongTagsAreRead() {
        assertThat(EntityTag.parse("\"a\"")).isEqualTo(STRONG);
        assertThat(EntityTag.parse(" W/\"a\"\t")).isEqualTo(WEAK);
        assertThat(EntityTag.parse("\"\"")).isEqualTo(new EntityTag(false, ""));
        assertThat(EntityTag.parse("\"a,b\\\u00e9\"")).isEqualTo(new EntityTag(false, "a,b\\\u00e9"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {"", "a", "\"a", "a\"", "w/\"a\"", "W/a", "W/", "W", "\"a\"b", "\"a b\"", "\"a\", \"b\"", "*"})
    void whatIsMalformedIsNoTag(String text) {
        assertThat(EntityTag.parse(text)).isNull();
    }

    @Test
    void aListMaySpreadOverSeveralLines() {
        assertThat(EntityTag.parseList(List.of("\"a\", W/\"a\"", "", " ,, \"a,b\" ,")))
                .containsExactly(STRONG, WEAK, new EntityTag(false, "a,b"));
    }

    @Test
    void malformedMembersDoNotSpoilTheOthers() {
        assertThat(EntityTag.parseList(List.of("a, \"a\", \"x y\", \"z\"z, W/\"a\", \"open")))
                .containsExactly(STRONG, WEAK);
    }

    @Test
    void strongComparisonTakesNoWeakTag() {
        assertThat(STRONG.strongEquals(new EntityTag(false, "a"))).isTrue();
        assertThat(STRONG.strongEquals(WEAK)).isFalse();
        assertThat(WEAK.strongEquals(STRONG)).isFalse();
        assertThat(WEAK.strongEquals(WEAK)).isFalse();
        assertThat(STRONG.strongEquals(new EntityTag(false, "A"))).isFalse();
    }

    @Test
    void weakComparisonLooksAtTheTextAlone() {
        assertThat(WEAK.weakEquals(STRONG)).isTrue();
        assertThat(STRONG.weakEquals(WEAK)).isTrue();
        assertThat(WEAK.weakEquals(new EntityTag(true, "b"))).isFalse();
    }

    @Test
    void theTagOfABodyIsItsDigestAndStrong() {
        EntityTag tag = EntityTag.ofBody("abc".getBytes(StandardCharsets.US_ASCII));
        assertThat(tag).hasToString("\"ungWv48Bz-pBQUDeXa4iIw\"");
        assertThat(EntityTag.ofBody(new byte[0])).isNotEqualTo(tag);
    }

    @Property
    void whatIsWrittenIsReadAgain(@ForAll("tags") EntityTag tag) {
        assertThat(EntityTag.parse(tag.toString())).isEqualTo(tag);
    }

    @Property
    void aWrittenListIsReadAgain(@ForAll("lists") List<EntityTag> tags) {
        List<String> texts = new ArrayList<>();
        tags.forEach(tag -> texts.add(tag.toString()));
        assertThat(EntityTag.parseList(texts)).isEqualTo(tags);
        assertThat(EntityTag.parseList(List.of(String.join(" ,", texts)))).isEqualTo(tags);
    }

    @Property
    void noTextMakesItThrow(@ForAll String text, @ForAll("garbage") String garbage) {
        EntityTag.parse(text);
        EntityTag.parse(garbage);
        EntityTag.parseList(List.of(text, garbage));
    }

    @Provide
    Arbitrary<EntityTag> tags() {
        Arbitrary<String> opaque = Arbitraries.strings()
                .withCharRange('!', '~')
                .withCharRange('\u0080', '\u00ff')
                .excludeChars('"');
        return Combinators.combine(Arbitraries.of(true, false), opaque).as(EntityTag::new);
    }

    @Provide
    Arbitrary<List<EntityTag>> lists() {
        return tags().list().ofMaxSize(6);
    }

    @Provide
    Arbitrary<String> garbage() {
        return Arbitraries.strings().withChars("W/\"a, *\\").ofMaxLength(24);
    }

    @Test
    void theFirstCharacterAfterAQuoteIsATagCharacter() {
        assertThat(EntityTag.parse("\"!#~\"")).isEqualTo(new EntityTag(false, "!#~"));
    }

    @Test
    void aTagMustEndWithAQuote() {
        assertThat(EntityTag.parse("\"a\u007f")).isNull();
        assertThat(EntityTag.parse("\"a ")).isNull();
        assertThat(EntityTag.parseList(List.of("\"a\u007f, \"b\""))).containsExactly(new EntityTag(false, "b"));
    }
}
