package io.httpcached.test;

import static io.httpcached.test.HttpCacheAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.httpcached.server.store.CacheClock;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.MethodOrderer.MethodName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

@MicronautTest
@Property(name = "scenario", value = "shop")
@TestMethodOrder(MethodName.class)
class CacheTestClockTest {

    @Inject
    CacheTestClock clock;

    @Inject
    CacheTester cache;

    @Inject
    CacheClock ofCache;

    @Test
    void clockFollowsTheRealTimeUntilItIsMoved() {
        Instant before = Instant.now();
        assertThat(clock.instant()).isBetween(before, Instant.now());
        assertThat(ofCache.clock().instant()).isBetween(before, Instant.now());
        assertThat(ofCache.elapsed().instant()).isBetween(before, Instant.now());

        clock.advance(Duration.ofHours(1));

        Instant moved = clock.instant();
        assertThat(moved).isCloseTo(Instant.now().plusSeconds(3600), within(1, ChronoUnit.MINUTES));
        assertThat(ofCache.millis()).isEqualTo(moved.toEpochMilli());
        clock.advance(Duration.ofSeconds(1));
        assertThat(clock.instant()).isEqualTo(moved.plusSeconds(1));
    }

    @Test
    void clockOfTheNextTestFollowsTheRealTimeAgain1() {
        clock.advance(Duration.ofDays(1));
    }

    @Test
    void clockOfTheNextTestFollowsTheRealTimeAgain2() {
        assertThat(clock.instant()).isCloseTo(Instant.now(), within(1, ChronoUnit.HOURS));
    }

    @Test
    void entriesAgeByTheClock() {
        clock.stop();
        assertThat(cache.get("/shop/items/1")).isMiss().isStored();
        clock.advance(Duration.ofSeconds(599));
        HttpResponse<String> hit = cache.get("/shop/items/1");
        assertThat(hit).isHit();
        assertThat(hit.headers().firstValue("Age")).hasValue("599");
        clock.advance(Duration.ofSeconds(1));
        assertThat(cache.get("/shop/items/1")).isMiss().isStored();
    }

    @Test
    void responseOfALaterTimeIsNew() {
        clock.advance(Duration.ofDays(365));
        HttpResponse<String> miss = cache.get("/shop/items/1");
        assertThat(miss).isMiss().isStored();
        String date = miss.headers().firstValue("Date").orElseThrow();
        assertThat(ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                        .toInstant())
                .isEqualTo(clock.instant().truncatedTo(ChronoUnit.SECONDS));
        assertThat(cache.get("/shop/items/1")).isHit();
    }

    @Test
    void clockCannotGoBack() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> clock.advance(Duration.ofSeconds(-1)))
                .withMessage(
                        "The clock cannot go back, but was to be moved by PT-1S. Use reset() to return to the real time.");
    }
}
