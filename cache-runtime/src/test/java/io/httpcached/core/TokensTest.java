package io.httpcached.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokensTest {

    @Test
    void tokensAreMadeOfLettersDigitsAndSomeSigns() {
        assertThat(Tokens.isToken("azAZ09!#$%&'*+-.^_`|~")).isTrue();
        for (char c : "\"(),/:;<=>?@[\\]{} \t\u007f\u00e9".toCharArray()) {
            assertThat(Tokens.isToken("a" + c)).as("%s", c).isFalse();
        }
        assertThat(Tokens.isToken("")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "token | token",
                "\"\" | ``",
                "\"a, b\" | a, b",
                "\"a\\\"b\" | a\"b",
                "\"a\\\\\" | a\\",
                "\"\\a\" | a"
            })
    void aTokenOrAQuotedStringIsAValue(String text, String value) {
        assertThat(Tokens.value(text)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"", "a b", "\"a", "a\"", "\"a\"b\"", "\"a\\\"", "\"a\" ", " a", "a,"})
    void whatIsNeitherIsNone(String text) {
        assertThat(Tokens.value(text)).isNull();
    }

    @Test
    void separatorsInsideQuotesDoNotSeparate() {
        assertThat(Tokens.split(" a ,\t\"b,c\",,\"d\\\",e\", f", ','))
                .containsExactly("a", "\"b,c\"", "", "\"d\\\",e\"", "f");
        assertThat(Tokens.split("a\\,b", ',')).containsExactly("a\\", "b");
        assertThat(Tokens.split("", ',')).containsExactly("");
        assertThat(Tokens.split("a,", ',')).containsExactly("a", "");
        assertThat(Tokens.split("a;b", ';')).containsExactly("a", "b");
    }

    @Test
    void membersOfAListAreNotEmpty() {
        assertThat(Tokens.members(List.of("a, ,b", "", ", c ,"))).containsExactly("a", "b", "c");
        assertThat(Tokens.members(List.of())).isEmpty();
    }

    @Property
    void whatIsQuotedIsReadAgain(@ForAll("texts") String text) {
        String quoted = '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
        assertThat(Tokens.value(quoted)).isEqualTo(text);
        assertThat(Tokens.members(List.of("a," + quoted + ",b"))).containsExactly("a", quoted, "b");
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withChars("a,\"\\ =").ofMaxLength(10);
    }

    @Property
    void noTextMakesItThrow(@ForAll String text) {
        assertThat(Tokens.split(text, ',')).isNotEmpty();
        Tokens.value(text);
        Tokens.value('"' + text + '"');
    }
}
