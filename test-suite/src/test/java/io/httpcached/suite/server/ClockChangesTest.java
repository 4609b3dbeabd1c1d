package io.httpcached.suite.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.annotation.HttpCacheInvalidate;
import io.httpcached.annotation.HttpCached;
import io.httpcached.engine.MonotonicClock;
import io.httpcached.server.store.CacheClock;
import io.httpcached.suite.backend.RedisServers;
import io.httpcached.suite.wire.WireResponse;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tests corrections of the time of day, which do not change the age of entries in memory, and nodes whose clocks differ, which
 * share no entry whose age they do not know.
 */
class ClockChangesTest {

    private final String prefix = "clocks-" + UUID.randomUUID() + ":";

    @ParameterizedTest
    @ValueSource(ints = {-3600, -5, 5, 3600})
    void aCorrectionDoesNotChangeTheAgeOfAnEntryInMemory(int seconds) {
        try (TestServer server = start("test.time-of-day", true)) {
            server.get("/times/10s");
            server.bean(TimeOfDay.class).correct(Duration.ofSeconds(seconds));
            server.advance(Duration.ofSeconds(4));
            WireResponse hit = server.get("/times/10s");
            assertThat(hit.cacheStatus()).isEqualTo("hit; ttl=6");
            assertThat(hit.header("Age")).isEqualTo("4");
            server.advance(Duration.ofSeconds(6));
            WireResponse stale = server.get("/times/10s");
            assertThat(stale.isHit()).isFalse();
            assertThat(stale.header("Date"))
                    .isEqualTo(date(server.bean(TimeOfDay.class).instant()));
            assertThat(server.get("/times/10s").cacheStatus()).isEqualTo("hit; ttl=10");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-3600, 3600})
    void aCorrectionDuringTheRunOfAHandlerDoesNotAgeItsResponse(int seconds) {
        try (TestServer server = start("test.time-of-day", true)) {
            server.bean(Times.class).duringRun =
                    () -> server.bean(TimeOfDay.class).correct(Duration.ofSeconds(seconds));
            server.get("/times/10s");
            WireResponse hit = server.get("/times/10s");
            assertThat(hit.cacheStatus()).isEqualTo("hit; ttl=10");
            assertThat(hit.header("Age")).isEqualTo("0");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-3600, 3600})
    void aCorrectionDoesNotChangeTheAgeOfAnEntryThatIsMarkedStale(int seconds) {
        try (TestServer server = start("test.time-of-day", true)) {
            server.get("/times/10s");
            server.bean(TimeOfDay.class).correct(Duration.ofSeconds(seconds));
            server.send("POST", "/times/outdated");
            server.advance(Duration.ofSeconds(3));
            assertThat(server.get("/times/10s", "Cache-Control: max-stale=60").cacheStatus())
                    .isEqualTo("hit; ttl=-3");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-3600, -20, -2})
    void aNodeUsesNoEntryFromItsFuture(int seconds) {
        try (TestServer writer = start("http-cache.backend", "redis");
                TestServer behind = start("http-cache.backend", "redis")) {
            setBeside(behind, writer, Duration.ofSeconds(seconds));
            String stored = untilHit(writer, "/times/1s").text();
            assertThat(behind.get("/times/1s").text()).isNotEqualTo(stored);
        }
    }

    @Test
    void nodesUseEachOthersEntriesIfTheirClocksDifferByLessThanASecond() {
        try (TestServer writer = start("http-cache.backend", "redis");
                TestServer behind = start("http-cache.backend", "redis")) {
            setBeside(behind, writer, Duration.ofMillis(-900));
            String stored = untilHit(writer, "/times/10s").text();
            WireResponse hit = behind.get("/times/10s");
            assertThat(hit.text()).isEqualTo(stored);
            assertThat(hit.header("Age")).isEqualTo("0");
        }
    }

    @Test
    void anEntryIsAsOldAsTheClockOfANodeThatIsAheadSays() {
        try (TestServer writer = start("http-cache.backend", "redis");
                TestServer ahead = start("http-cache.backend", "redis")) {
            setBeside(ahead, writer, Duration.ofSeconds(7));
            untilHit(writer, "/times/10s");
            assertThat(ahead.get("/times/10s").header("Age")).isEqualTo("7");
        }
    }

    @Test
    void entriesInMemoryAgeByElapsedTimeUnlessATestReplacesTheClock() {
        try (ApplicationContext context = ApplicationContext.run()) {
            assertThat(context.getBean(CacheClock.class).elapsed()).isInstanceOf(MonotonicClock.class);
        }
    }

    private static void setBeside(TestServer node, TestServer other, Duration difference) {
        Instant now = node.bean(TestClock.class).instant();
        Instant wanted = other.bean(TestClock.class).instant().plus(difference);
        node.advance(Duration.between(now, wanted));
    }

    private static String date(Instant instant) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(instant.atOffset(ZoneOffset.UTC));
    }

    private static WireResponse untilHit(TestServer node, String target) {
        return Eventually.get(() -> node.get(target), WireResponse::isHit);
    }

    private TestServer start(Object... settings) {
        List<Object> all =
                new ArrayList<>(List.of("http-cache.backend-timeout", "10s", "http-cache.key-prefix", prefix));
        RedisServers.properties(RedisServers.shared()).forEach((name, value) -> all.addAll(List.of(name, value)));
        all.addAll(List.of(settings));
        return TestServer.start("clock-changes", all.toArray());
    }

    @Controller("/times")
    @Requires(property = "scenario", value = "clock-changes")
    static class Times {

        private static final AtomicInteger RUNS = new AtomicInteger();

        volatile Runnable duringRun = () -> {};

        @Get("/10s")
        @HttpCached(ttl = "10s", tags = "times")
        String tenSeconds() {
            duringRun.run();
            return "run " + RUNS.incrementAndGet();
        }

        @Get("/1s")
        @HttpCached(ttl = "1s")
        String oneSecond() {
            return "run " + RUNS.incrementAndGet();
        }

        @Post("/outdated")
        @HttpCacheInvalidate(tags = "times", soft = true)
        String outdate() {
            return "outdated";
        }
    }
}
