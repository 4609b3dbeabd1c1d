package io.httpcached.core;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class CacheKeyTest {

    @Test
    void keysOfTheSameTextAreEqual() {
        assertThat(CacheKey.of("a")).isEqualTo(CacheKey.of("a")).hasSameHashCodeAs(CacheKey.of("a"));
        assertThat(CacheKey.of("a")).isNotEqualTo(CacheKey.of("b")).isNotEqualTo("k:a");
        assertThat(CacheKey.of("a")).hasToString(CacheKey.of("a").canonical());
    }

    @Test
    void theDigestIsShortAndUrlSafeWhateverTheText() {
        assertThat(CacheKey.of("/products?q=\u00e4\ud83d\ude00".repeat(1000)).digest())
                .matches("[A-Za-z0-9_-]{43}");
        assertThat(CacheKey.of("a").digest()).isEqualTo(CacheKey.of("a").digest());
    }

    @Test
    void theDigestOfAKeyDoesNotChangeWithTheVersion() {
        // Entries in shared backends are found by it.
        assertThat(CacheKey.of("a").digest()).isEqualTo("lmWtKSV_jJf2Ld1LvhdwVBp4A_89DBbJo6rbuCduHoU");
    }

    @Test
    void aVariantIsAKeyOfItsOwn() {
        CacheKey key = CacheKey.of("a");
        assertThat(key.variant("x"))
                .isEqualTo(key.variant("x"))
                .isNotEqualTo(key.variant("y"))
                .isNotEqualTo(key);
        assertThat(key.variant("")).isNotEqualTo(key);
    }

    @Test
    void hashesSpreadKeysOverATable() {
        assertThat(CacheKey.of("a").hashCode()).isEqualTo(CacheKey.of("a").hashCode());
        assertThat(CacheKey.of("a").hashCode()).isNotEqualTo(CacheKey.of("b").hashCode());
    }

    @Property
    void differentKeysNeverCollide(
            @ForAll("texts") String oneText,
            @ForAll("texts") String oneVariant,
            @ForAll("texts") String otherText,
            @ForAll("texts") String otherVariant) {
        Assume.that(!oneText.equals(otherText) || !oneVariant.equals(otherVariant));
        CacheKey one = CacheKey.of(oneText).variant(oneVariant);
        CacheKey other = CacheKey.of(otherText).variant(otherVariant);
        assertThat(one.canonical()).isNotEqualTo(other.canonical());
        assertThat(one.digest()).isNotEqualTo(other.digest());
    }

    @Property
    void aPlainKeyIsNeverAVariant(
            @ForAll("texts") String plain, @ForAll("texts") String text, @ForAll("texts") String variant) {
        assertThat(CacheKey.of(plain)).isNotEqualTo(CacheKey.of(text).variant(variant));
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withChars("kv:12a").ofMaxLength(6);
    }
}
