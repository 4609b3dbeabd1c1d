package io.httpcached.suite.server;

import io.httpcached.server.store.CacheClock;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** A clock that only a test advances. It starts at a whole second, because dates on the wire have this resolution. */
@Singleton
@Requires(property = "test.clock")
public final class TestClock extends Clock {

    private volatile Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    public void advance(Duration by) {
        now = now.plus(by);
    }

    @Override
    public Instant instant() {
        return now;
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
    @Requires(property = "test.clock")
    static final class Beans {

        @Singleton
        CacheClock cacheClock(TestClock clock) {
            return new CacheClock(clock);
        }
    }
}
