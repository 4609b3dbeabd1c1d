package io.httpcached.suite.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.HttpCache;
import io.httpcached.TagText;
import io.httpcached.annotation.HttpCacheInvalidate;
import io.httpcached.annotation.HttpCached;
import io.httpcached.suite.wire.WireResponse;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.convert.ConversionContext;
import io.micronaut.core.convert.TypeConverter;
import io.micronaut.core.convert.format.Format;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.CookieValue;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests that a tag contains the value that the server binds, whatever its spelling in the request. */
abstract class TypedTagsContract {

    private final TestServer server = start();

    /** Starts the scenario {@code typed-tags}. */
    abstract TestServer start();

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "uuid, 6F9619FF-8B86-D011-B42D-00CF4FC964FF, 6f9619ff-8b86-d011-b42d-00cf4fc964ff",
        "uuid, 6f9619ff-8b86-d011-b42d-cf4fc964ff, 6F9619FF-8B86-D011-B42D-00CF4FC964FF",
        "color, RED, red",
        "color, DARK_BLUE, dark-blue",
        "color, dark.blue, DARK_BLUE",
        "flag, TRUE, yes",
        "flag, on, true",
        "flag, 1, false",
        "flag, no, 0",
        "decimal, 1.0, 1",
        "decimal, 100, 1e2",
        "decimal, 0.00, 0",
        "decimal, 1E%2B1000000000, 10e999999999",
        "whole, 0000000000000000000000000007, 7",
        "whole, %2B7, 7",
        "real, 1.0, 1",
        "real, 1e2, 100",
        "real, 0x1p1, 2",
        "number, 007, 7",
        "number, 0000000000000000000000000007, 7",
        "number, 7, %2B7",
        "number, -0, 0",
        "moment, 2026-01-01T00:00Z, 2026-01-01T00:00:00.000Z",
        "instant, 2026-01-01T00:00:00Z, 2026-01-01T00:00:00.000Z",
        "time, 10:00, 10:00:00",
        "formatted, 2026~1~2, 2026~01~02",
        "duration, 90s, PT1M30S",
        "converted, a-1, A-1",
        "optional, 6F9619FF-8B86-D011-B42D-00CF4FC964FF, 6f9619ff-8b86-d011-b42d-00cf4fc964ff",
    })
    void changeInAnotherSpellingReachesTheEntry(String type, String stored, String changed) {
        assertReached(type, stored, changed);
        assertReached(type, changed, stored);
    }

    @ParameterizedTest
    @CsvSource({
        "uuid, 6f9619ff-8b86-d011-b42d-00cf4fc964ff, 6f9619ff-8b86-d011-b42d-00cf4fc964fe",
        "color, RED, DARK_BLUE",
        "flag, true, false",
        "decimal, 1.0, 10",
        "real, 1.0, 1.5",
        "number, 7, 70",
        "moment, 2026-01-01T00:00Z, 2026-01-01T00:01Z",
        "formatted, 2026~01~02, 2026~02~01",
        "converted, a-1, a-2",
        "identity, a, b",
        "text, a, A",
        "text, 1, 01",
    })
    void changeOfAnotherValueDoesNot(String type, String stored, String changed) {
        warmUp(type, stored);
        change(type, changed);
        assertThat(show(type, stored).isHit()).isTrue();
    }

    @Test
    void valueOfATypeWithoutATextOfItsOwnIsTheTextOfTheRequest() {
        assertReached("identity", "a", "a");
    }

    @ParameterizedTest
    @CsvSource({"uuid, 6F9619FF-8B86-D011-B42D-00CF4FC964FF", "flag, yes", "number, 007"})
    void absentValueIsNotThatOfAnEmptyOne(String type, String stored) {
        warmUp(type, stored);
        server.send("POST", "/typed-tags/change/" + type, "Content-Length: 0");
        assertThat(show(type, stored).isHit()).isTrue();
    }

    /** The server binds the default where the text is empty, unless the empty text is a value of the type. */
    @ParameterizedTest
    @CsvSource({
        "number-or-default?v=, , number:7",
        "number-or-default?v, , number:7",
        "decimal-or-default?v=, , decimal:1.5",
        "uuid-or-default?v=, , uuid:6f9619ff-8b86-d011-b42d-00cf4fc964ff",
        "header-or-default, X-V: , number:7",
        "cookie-or-default, Cookie: v=, number:7",
        "flag-or-default?v=, , flag:false",
        "text-or-default?v=, , text:",
    })
    void tagOfAnEmptyTextContainsTheDefault(String target, @Nullable String headerLine, String tag) {
        String[] headerLines = headerLine == null ? new String[0] : new String[] {headerLine};
        String path = "/typed-tags/" + target;
        Eventually.get(() -> server.get(path, headerLines), WireResponse::isHit);
        server.invalidateTags(tag);
        assertThat(server.get(path, headerLines).isHit()).isFalse();
    }

    /** The server joins the values of a repeated parameter that is bound to one text. */
    @ParameterizedTest
    @CsvSource({"text?v=a&v=b, 'text?v=a,b'", "text?v=&v=b, 'text?v=,b'", "text?v=a&v=b&v=c, 'text?v=a&v=b,c'"})
    void repeatedParameterIsOneText(String one, String other) {
        assertReachedByTarget(one, other);
        assertReachedByTarget(other, one);
    }

    private void assertReachedByTarget(String stored, String changed) {
        String page = "/typed-tags/" + stored;
        Eventually.get(() -> server.get(page), WireResponse::isHit);
        server.send("POST", "/typed-tags/change/" + changed, "Content-Length: 0");
        assertThat(server.get(page).isHit()).as(stored).isFalse();
    }

    @Test
    void textOfAValueIsThatOfTheTag() {
        UUID id = UUID.fromString("6f9619ff-8b86-d011-b42d-00cf4fc964ff");
        assertReachedBy("uuid", "6F9619FF-8B86-D011-B42D-00CF4FC964FF", id);
        assertReachedBy("color", "red", Color.RED);
        assertReachedBy("flag", "yes", true);
        assertReachedBy("decimal", "1.0", new BigDecimal("1.000"));
        assertReachedBy("real", "1.0", 1.0);
        assertReachedBy("number", "007", 7L);
        assertReachedBy("moment", "2026-01-01T00:00:00Z", OffsetDateTime.parse("2026-01-01T00:00:00.000Z"));
        assertReachedBy("formatted", "2026~1~2", LocalDate.of(2026, 1, 2));
        assertReachedBy("converted", "a-1", new Sku("A-1"));
    }

    private void assertReachedBy(String type, String stored, Object value) {
        warmUp(type, stored);
        server.bean(HttpCache.class)
                .invalidateTags(type + ':' + TagText.of(value))
                .join();
        assertThat(show(type, stored).isHit()).as("%s %s", type, stored).isFalse();
    }

    private void assertReached(String type, String stored, String changed) {
        warmUp(type, stored);
        change(type, changed);
        assertThat(show(type, stored).isHit())
                .as("hit of %s after a change of %s", stored, changed)
                .isFalse();
    }

    private void warmUp(String type, String value) {
        Eventually.get(() -> show(type, value), WireResponse::isHit);
    }

    private WireResponse show(String type, String value) {
        WireResponse response = server.get("/typed-tags/" + target(type, value));
        assertThat(response.status()).as("%s %s", type, value).isEqualTo(200);
        return response;
    }

    private void change(String type, String value) {
        WireResponse response = server.send("POST", "/typed-tags/change/" + target(type, value), "Content-Length: 0");
        assertThat(response.status()).as("change of %s %s", type, value).isEqualTo(200);
    }

    /** The server binds a type of the application only from the path. */
    private static String target(String type, String value) {
        return type + (type.equals("converted") || type.equals("identity") ? "/" : "?v=") + value;
    }

    enum Color {
        RED,
        DARK_BLUE
    }

    /** A type of the application, whose converter ignores case. */
    record Sku(String code) {}

    /** A type without a text of its own. */
    static final class Identity {}

    @Singleton
    @Requires(property = "scenario", value = "typed-tags")
    static class SkuConverter implements TypeConverter<String, Sku> {
        @Override
        public Optional<Sku> convert(String text, Class<Sku> type, ConversionContext context) {
            return Optional.of(new Sku(text.toUpperCase(Locale.ROOT)));
        }
    }

    @Singleton
    @Requires(property = "scenario", value = "typed-tags")
    static class IdentityConverter implements TypeConverter<String, Identity> {
        @Override
        public Optional<Identity> convert(String text, Class<Identity> type, ConversionContext context) {
            return Optional.of(new Identity());
        }
    }

    @Controller("/typed-tags")
    @HttpCached(ttl = "1h")
    @Requires(property = "scenario", value = "typed-tags")
    @SuppressWarnings({"httpcached:unbounded-query", "httpcached:missing-invalidation"})
    static class Pages {

        private final AtomicInteger runs = new AtomicInteger();

        private String run(Object value) {
            return value + " run " + runs.incrementAndGet();
        }

        @Get("/uuid")
        @HttpCached(tags = "uuid:{v}")
        String uuid(@QueryValue UUID v) {
            return run(v);
        }

        @Get("/color")
        @HttpCached(tags = "color:{v}")
        String color(@QueryValue Color v) {
            return run(v);
        }

        @Get("/flag")
        @HttpCached(tags = "flag:{v}")
        String flag(@QueryValue boolean v) {
            return run(v);
        }

        @Get("/decimal")
        @HttpCached(tags = "decimal:{v}")
        String decimal(@QueryValue BigDecimal v) {
            return run(v);
        }

        @Get("/whole")
        @HttpCached(tags = "whole:{v}")
        String whole(@QueryValue BigInteger v) {
            return run(v);
        }

        @Get("/real")
        @HttpCached(tags = "real:{v}")
        String real(@QueryValue double v) {
            return run(v);
        }

        @Get("/number")
        @HttpCached(tags = "number:{v}")
        String number(@QueryValue Integer v) {
            return run(v);
        }

        @Get("/moment")
        @HttpCached(tags = "moment:{v}")
        String moment(@QueryValue OffsetDateTime v) {
            return run(v);
        }

        @Get("/instant")
        @HttpCached(tags = "instant:{v}")
        String instant(@QueryValue Instant v) {
            return run(v);
        }

        @Get("/time")
        @HttpCached(tags = "time:{v}")
        String time(@QueryValue LocalTime v) {
            return run(v);
        }

        @Get("/formatted")
        @HttpCached(tags = "formatted:{v}")
        String formatted(@QueryValue @Format("yyyy'~'M'~'d") LocalDate v) {
            return run(v);
        }

        @Get("/duration")
        @HttpCached(tags = "duration:{v}")
        String duration(@QueryValue Duration v) {
            return run(v);
        }

        @Get("/converted/{v}")
        @HttpCached(tags = "converted:{v}")
        String converted(Sku v) {
            return run(v);
        }

        @Get("/identity/{v}")
        @HttpCached(tags = "identity:{v}")
        String identity(Identity v) {
            return run("identity");
        }

        @Get("/text")
        @HttpCached(tags = "text:{v}")
        String text(@QueryValue String v) {
            return run(v);
        }

        @Get("/number-or-default")
        @HttpCached(tags = "number:{v}")
        String numberOrDefault(@QueryValue(defaultValue = "007") Long v) {
            return run(v);
        }

        @Get("/decimal-or-default")
        @HttpCached(tags = "decimal:{v}")
        String decimalOrDefault(@QueryValue(defaultValue = "1.50") BigDecimal v) {
            return run(v);
        }

        @Get("/uuid-or-default")
        @HttpCached(tags = "uuid:{v}")
        String uuidOrDefault(@QueryValue(defaultValue = "6F9619FF-8B86-D011-B42D-00CF4FC964FF") UUID v) {
            return run(v);
        }

        @Get("/header-or-default")
        @HttpCached(tags = "number:{v}")
        String headerOrDefault(@Header(value = "X-V", defaultValue = "7") Long v) {
            return run(v);
        }

        @Get("/cookie-or-default")
        @HttpCached(tags = "number:{v}")
        String cookieOrDefault(@CookieValue(value = "v", defaultValue = "7") Long v) {
            return run(v);
        }

        @Get("/flag-or-default")
        @HttpCached(tags = "flag:{v}")
        String flagOrDefault(@QueryValue(defaultValue = "true") boolean v) {
            return run(v);
        }

        @Get("/text-or-default")
        @HttpCached(tags = "text:{v}")
        String textOrDefault(@QueryValue(defaultValue = "a") String v) {
            return run(v);
        }

        @Get("/optional")
        @HttpCached(tags = "optional:{v}")
        String optional(@QueryValue Optional<UUID> v) {
            return run(v);
        }
    }

    @Controller("/typed-tags/change")
    @Requires(property = "scenario", value = "typed-tags")
    static class Changes {

        @Post("/uuid")
        @HttpCacheInvalidate(tags = "uuid:{v}")
        void uuid(@QueryValue @Nullable UUID v) {}

        @Post("/color")
        @HttpCacheInvalidate(tags = "color:{v}")
        void color(@QueryValue @Nullable Color v) {}

        @Post("/flag")
        @HttpCacheInvalidate(tags = "flag:{v}")
        void flag(@QueryValue @Nullable Boolean v) {}

        @Post("/decimal")
        @HttpCacheInvalidate(tags = "decimal:{v}")
        void decimal(@QueryValue @Nullable BigDecimal v) {}

        @Post("/whole")
        @HttpCacheInvalidate(tags = "whole:{v}")
        void whole(@QueryValue @Nullable BigInteger v) {}

        @Post("/real")
        @HttpCacheInvalidate(tags = "real:{v}")
        void real(@QueryValue @Nullable Double v) {}

        @Post("/number")
        @HttpCacheInvalidate(tags = "number:{v}")
        void number(@QueryValue @Nullable Long v) {}

        @Post("/moment")
        @HttpCacheInvalidate(tags = "moment:{v}")
        void moment(@QueryValue @Nullable OffsetDateTime v) {}

        @Post("/instant")
        @HttpCacheInvalidate(tags = "instant:{v}")
        void instant(@QueryValue @Nullable Instant v) {}

        @Post("/time")
        @HttpCacheInvalidate(tags = "time:{v}")
        void time(@QueryValue @Nullable LocalTime v) {}

        @Post("/duration")
        @HttpCacheInvalidate(tags = "duration:{v}")
        void duration(@QueryValue @Nullable Duration v) {}

        @Post("/text")
        @HttpCacheInvalidate(tags = "text:{v}")
        void text(@QueryValue @Nullable String v) {}

        @Post("/optional")
        @HttpCacheInvalidate(tags = "optional:{v}")
        void optional(@QueryValue @Nullable UUID v) {}

        @Post("/formatted")
        @HttpCacheInvalidate(tags = "formatted:{v}")
        void formatted(@QueryValue @Format("yyyy'~'M'~'d") LocalDate v) {}

        @Post("/converted/{v}")
        @HttpCacheInvalidate(tags = "converted:{v}")
        void converted(Sku v) {}

        @Post("/identity/{v}")
        @HttpCacheInvalidate(tags = "identity:{v}")
        void identity(Identity v) {}
    }
}
