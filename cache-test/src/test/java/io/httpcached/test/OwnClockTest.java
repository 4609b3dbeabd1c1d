package io.httpcached.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.httpcached.server.store.CacheClock;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** An application with a clock of its own for the cache. */
@MicronautTest
@Property(name = "scenario", value = "shop")
@Property(name = "own-clock", value = "true")
class OwnClockTest {

    @Inject
    CacheTestClock clock;

    @Inject
    CacheTester cache;

    @Inject
    CacheClock ofCache;

    @Factory
    @Requires(property = "own-clock")
    static final class OwnClock {

        @Singleton
        CacheClock clock() {
            return new CacheClock(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
        }
    }

    @Test
    void clockOfTheApplicationWins() {
        assertThat(ofCache.millis()).isZero();
        assertThat(cache.get("/shop/items/1").headers().firstValue("Date")).hasValue("Thu, 01 Jan 1970 00:00:00 GMT");
    }

    @Test
    void testClockDoesNotClaimToMoveIt() {
        assertThatIllegalStateException()
                .isThrownBy(() -> clock.advance(Duration.ofSeconds(1)))
                .withMessageStartingWith("The cache does not use CacheTestClock, because the application has");
    }
}
