package io.httpcached.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParameterPatternTest {

    @ParameterizedTest
    @ValueSource(strings = {"fbclid", "utm_*", "a", "a b", "\u00E4*"})
    void namesAndTheirBeginningsAreValid(String pattern) {
        assertThat(ParameterPattern.isValid(pattern)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "*", "**", "*_source", "utm_*x", "utm_**"})
    void otherTextsAreNot(String pattern) {
        assertThat(ParameterPattern.isValid(pattern)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "fbclid, fbclid, true",
        "fbclid, fbclid2, false",
        "fbclid, FBCLID, false",
        "utm_*, utm_source, true",
        "utm_*, utm_, true",
        "utm_*, utm, false",
        "utm_*, Utm_source, false",
        "utm_*, '', false",
    })
    void matchesWholeNamesOrBeginnings(String pattern, String name, boolean matches) {
        assertThat(ParameterPattern.matches(pattern, name)).isEqualTo(matches);
    }
}
