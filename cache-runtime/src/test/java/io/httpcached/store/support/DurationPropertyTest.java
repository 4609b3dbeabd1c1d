package io.httpcached.store.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.exceptions.ConfigurationException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationPropertyTest {

    @ParameterizedTest
    @CsvSource({"0s, PT0S", "1h30m, PT1H30M", "PT10M, PT10M"})
    void durationsAreParsed(String text, Duration expected) {
        assertThat(DurationProperty.parse("http-cache.keep-stale", text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "", "64 parsecs", "-90s", "PT-10M"})
    void theMessageNamesThePropertyTheValueAndTheNotation(String text) {
        assertThatThrownBy(() -> DurationProperty.parse("http-cache.default-ttl", text))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(
                        "http-cache.default-ttl must be a duration such as 90s, 10m or PT10M, but was '" + text + "'.");
    }

    @Test
    void oneMillisecondIsTheShortestPositiveDuration() {
        assertThat(DurationProperty.parsePositive("http-cache.redis.command-timeout", "1ms"))
                .isEqualTo(Duration.ofMillis(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0s", "PT0.0009S", "-1s", "soon"})
    void aPositiveDurationHasAtLeastOneMillisecond(String text) {
        assertThatThrownBy(() -> DurationProperty.parsePositive("http-cache.redis.command-timeout", text))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("http-cache.redis.command-timeout must be a duration of at least 1ms, such as 250ms, 10s or"
                        + " PT10S, but was '" + text + "'.");
    }
}
