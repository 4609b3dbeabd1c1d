package io.httpcached.suite.server;

import io.httpcached.server.store.CacheClock;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A time of day that differs from the elapsed time of the {@link TestClock} by the corrections that a test makes. */
@Singleton
@Requires(property = "test.time-of-day")
final class TimeOfDay extends Clock {

    private final TestClock elapsed;
    private volatile Duration correction = Duration.ZERO;

    TimeOfDay(TestClock elapsed) {
        this.elapsed = elapsed;
    }

    void correct(Duration by) {
        correction = correction.plus(by);
    }

    @Override
    public Instant instant() {
        return elapsed.instant().plus(correction);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }

    @Factory
    @Requires(property = "test.time-of-day")
    static final class Beans {

        @Singleton
        @Replaces(value = CacheClock.class, factory = TestClock.Beans.class)
        CacheClock cacheClock(TimeOfDay timeOfDay, TestClock elapsed) {
            return new CacheClock(timeOfDay, elapsed);
        }
    }
}
