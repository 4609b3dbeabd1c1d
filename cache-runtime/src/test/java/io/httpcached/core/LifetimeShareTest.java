package io.httpcached.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LifetimeShareTest {

    @ParameterizedTest
    @CsvSource({"20, 100, 20", "10, 99, 9", "99, 100, 99", "10, 9, 0", "50, 1, 0", "10, 0, 0", "0, 100, 0"})
    void aPercentageIsTruncatedToSeconds(int percent, long lifetime, long share) {
        assertThat(LifetimeShare.ofPercent(percent).ofLifetime(lifetime)).isEqualTo(share);
    }

    @ParameterizedTest
    @CsvSource({"PT30S, 100, 30", "PT30S, 30, 29", "PT30S, 10, 9", "PT30S, 1, 0", "PT30S, 0, 0", "PT0S, 100, 0"})
    void aTimeLeavesAtLeastOneSecond(Duration time, long lifetime, long share) {
        assertThat(LifetimeShare.of(time).ofLifetime(lifetime)).isEqualTo(share);
    }

    @Property
    void noShareIsNegativeOrAWholeLifetime(
            @ForAll @IntRange(max = 99) int percent, @ForAll @LongRange(min = 1, max = Long.MAX_VALUE) long lifetime) {
        assertThat(LifetimeShare.ofPercent(percent).ofLifetime(lifetime)).isBetween(0L, lifetime - 1);
    }

    @Test
    void nothingIsOneValue() {
        assertThat(LifetimeShare.ofPercent(0)).isSameAs(LifetimeShare.NONE);
        assertThat(LifetimeShare.of(Duration.ofMillis(999))).isSameAs(LifetimeShare.NONE);
    }

    @Test
    void numbersOutsideOfTheirRangeAreRefused() {
        assertThatThrownBy(() -> LifetimeShare.ofPercent(100)).hasMessageContaining("but was 100 % and 0 s.");
        assertThatThrownBy(() -> LifetimeShare.ofPercent(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> LifetimeShare.of(Duration.ofSeconds(-1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new LifetimeShare(1, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aShareIsWrittenAsItIsConfigured() {
        assertThat(LifetimeShare.ofPercent(20)).hasToString("20%");
        assertThat(LifetimeShare.of(Duration.ofMinutes(1))).hasToString("60s");
    }
}
