package io.httpcached.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class MonotonicClockTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
    private final MonotonicClock clock = new MonotonicClock(Clock.fixed(START, ZoneOffset.UTC), nanos::get);

    @Test
    void countsElapsedTimeFromTheTimeOfDay() {
        assertThat(clock.instant()).isEqualTo(START);
        nanos.addAndGet(Duration.ofMillis(1500).toNanos());
        assertThat(clock.millis()).isEqualTo(START.toEpochMilli() + 1500);
        assertThat(clock.instant()).isEqualTo(START.plusMillis(1500));
    }
}
