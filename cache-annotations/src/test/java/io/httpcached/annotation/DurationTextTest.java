package io.httpcached.annotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationTextTest {

    @ParameterizedTest
    @CsvSource({
        "90s, PT1M30S",
        "10m, PT10M",
        "1h30m, PT1H30M",
        "1d2h3m4s5ms, PT26H3M4.005S",
        "0s, PT0S",
        "250ms, PT0.25S",
        "PT10M, PT10M",
        "pt10m, PT10M",
        "P1D, PT24H",
    })
    void readsBothNotations(String text, Duration expected) {
        assertThat(DurationText.parse(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "ten", "10", "10 m", "m", "1m1h", "1.5h", "10x", "PT", "P", "-", "9999999999s"})
    void rejectsOtherTextsWithAnExample(String text) {
        assertThatThrownBy(() -> DurationText.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("must be a duration such as 90s, 10m, 1h30m or PT10M, but was '" + text + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-90s", "-1h30m", "-PT10M", "PT-10M"})
    void rejectsNegativeDurations(String text) {
        assertThatThrownBy(() -> DurationText.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("must be zero or a positive duration, but was '" + text + "'");
    }
}
