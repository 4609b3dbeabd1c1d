package io.httpcached.core;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class DigitsTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "000, 0",
        "0060, 60",
        "2147483647, 2147483647",
        "2147483648, 2147483648",
        "2147483649, 2147483648",
        "99999999999999999999999999999999, 2147483648"
    })
    void aNumberThatIsTooLargeIsAVeryLargeOne(String text, long expected) {
        assertThat(Digits.parse(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "-1", "+1", "1.0", "1s", "s1", " 1", "1 ", "'1'", "\"1\"", "\u0661"})
    void whatIsNotDigitsIsInvalid(String text) {
        assertThat(Digits.parse(text)).isEqualTo(Digits.INVALID);
    }

    @Property
    void whatIsSmallEnoughIsReadAsItIs(@ForAll @LongRange(min = 0, max = 1L << 31) long number) {
        assertThat(Digits.parse(Long.toString(number))).isEqualTo(number);
    }

    @Property
    void noNumberIsBeyondTheLargest(@ForAll @NumericChars @StringLength(min = 1, max = 60) String digits) {
        assertThat(Digits.parse(digits)).isBetween(0L, Digits.MAX);
    }
}
