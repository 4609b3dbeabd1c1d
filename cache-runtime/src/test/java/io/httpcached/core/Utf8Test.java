package io.httpcached.core;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class Utf8Test {

    @Test
    void unpairedSurrogatesHaveTheirOwnThreeBytes() {
        assertThat(hex("\uD800")).isEqualTo("eda080");
        assertThat(hex("\uDBFF")).isEqualTo("edafbf");
        assertThat(hex("\uDC00")).isEqualTo("edb080");
        assertThat(hex("\uDFFF")).isEqualTo("edbfbf");
        assertThat(hex("a\uDC00\uD83D\uDE00\uD800z")).isEqualTo("61edb080f09f9880eda0807a");
        assertThat(hex("\uDC00\uD800")).isEqualTo("edb080eda080");
    }

    @Property
    void wellFormedTextIsPlainUtf8(@ForAll("wellFormed") String text) {
        assertThat(Utf8.isWellFormed(text)).isTrue();
        assertThat(Utf8.encode(text)).isEqualTo(text.getBytes(UTF_8));
    }

    @Property
    void differentTextsHaveDifferentBytes(@ForAll("texts") String one, @ForAll("texts") String other) {
        Assume.that(!one.equals(other));
        assertThat(Utf8.encode(one)).isNotEqualTo(Utf8.encode(other));
        assertThat(CacheKey.of(one).digest()).isNotEqualTo(CacheKey.of(other).digest());
        assertThat(CacheKey.of("a").variant(one).digest())
                .isNotEqualTo(CacheKey.of("a").variant(other).digest());
    }

    @Property
    void decodesWhatItEncoded(@ForAll("texts") String text) {
        byte[] bytes = Utf8.encode("<" + text + ">");
        assertThat(Utf8.decode(bytes, 1, bytes.length - 2)).isEqualTo(text);
    }

    @Property
    void malformedBytesDoNotFail(@ForAll byte[] bytes) {
        assertThat(Utf8.decode(bytes, 0, bytes.length)).isNotNull();
    }

    /** Few characters, so that texts often differ in one surrogate only. */
    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withChars('a', '?', '\uD83D', '\uDE00', '\uD800', '\uDFFF', '\uFFFD', '\u00E4', '\uD7FF', '\uE000')
                .ofMaxLength(4);
    }

    @Provide
    Arbitrary<String> wellFormed() {
        return Arbitraries.integers()
                .between(0, Character.MAX_CODE_POINT)
                .filter(codePoint -> codePoint < Character.MIN_SURROGATE || codePoint > Character.MAX_SURROGATE)
                .list()
                .ofMaxSize(20)
                .map(codePoints -> {
                    StringBuilder text = new StringBuilder();
                    codePoints.forEach(text::appendCodePoint);
                    return text.toString();
                });
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(Utf8.encode(text));
    }
}
