package io.httpcached.suite.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.httpcached.annotation.HttpCached;
import io.httpcached.annotation.TypedHttpCache;
import io.httpcached.suite.wire.WireResponse;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.convert.ConversionContext;
import io.micronaut.core.convert.TypeConverter;
import io.micronaut.core.convert.format.Format;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.CookieValue;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A typed cache invalidates the entries of requests whose values are those of its arguments, and no others. */
abstract class TypedCacheContract {

    private static final UUID ID = UUID.fromString("6f9619ff-8b86-d011-b42d-00cf4fc964ff");
    private static final String OTHER_ID = "6f9619ff-8b86-d011-b42d-00cf4fc964fe";

    private final TestServer server = start();

    abstract TestServer start(Object... settings);

    @AfterEach
    void stop() {
        server.close();
    }

    /** A call of the typed cache. */
    private interface Call extends Function<TypedCacheContract_PagesCache, CompletableFuture<Void>> {}

    private static Arguments call(String reached, String kept, Call call) {
        return arguments(reached, kept, call);
    }

    static Stream<Arguments> paths() {
        return Stream.of(
                call("number/007", "number/70", cache -> cache.invalidateNumber(7)),
                call("number/7?page=2", "number/8?page=2", cache -> cache.invalidateNumber(7)),
                call("number/-1", "number/1", cache -> cache.invalidateNumber(-1)),
                call("whole/%2B7", "whole/8", cache -> cache.invalidateWhole(BigInteger.valueOf(7))),
                call("decimal/1.50", "decimal/1.05", cache -> cache.invalidateDecimal(new BigDecimal("1.500"))),
                call("decimal/1e2", "decimal/10", cache -> cache.invalidateDecimal(new BigDecimal("100"))),
                call("real/1.0", "real/1.5", cache -> cache.invalidateReal(1)),
                call("flag/yes", "flag/no", cache -> cache.invalidateFlag(true)),
                call("letter/%2F", "letter/b", cache -> cache.invalidateLetter('/')),
                call("text/a%20b", "text/a-b", cache -> cache.invalidateText("a b")),
                call("text/a%2Fb", "text/a%252Fb", cache -> cache.invalidateText("a/b")),
                call("text/%C3%BC", "text/u", cache -> cache.invalidateText("ü")),
                call("text/%7Bid%7D", "text/id", cache -> cache.invalidateText("{id}")),
                call("text/007", "text/7", cache -> cache.invalidateText("007")),
                call("color/dark-blue", "color/RED", cache -> cache.invalidateColor(Color.DARK_BLUE)),
                call(
                        "uuid/6F9619FF-8B86-D011-B42D-00CF4FC964FF",
                        "uuid/" + OTHER_ID,
                        cache -> cache.invalidateUuid(ID)),
                call("optional/" + ID, "optional", cache -> cache.invalidateOptional(ID)),
                call("optional", "optional/" + ID, cache -> cache.invalidateOptional(null)),
                call("nullable/7", "nullable", cache -> cache.invalidateNullable(7)),
                call("nullable", "nullable/7", cache -> cache.invalidateNullable(null)),
                call("default", "default/2", cache -> cache.invalidateWithDefault(1)),
                call("default/01", "default/2", cache -> cache.invalidateWithDefault(1)),
                call("day/2026-01-02", "day/2026-01-03", cache -> cache.invalidateDay(LocalDate.of(2026, 1, 2))),
                call(
                        "formatted/2~1~2026",
                        "formatted/1~2~2026",
                        cache -> cache.invalidateFormatted(LocalDate.of(2026, 1, 2))),
                call("duration/90s", "duration/9s", cache -> cache.invalidateDuration(Duration.ofSeconds(90))),
                call("sku/a-1", "sku/a-2", cache -> cache.invalidateSku(new Sku("A-1"))),
                call("bean/007", "bean/8", cache -> cache.invalidateBean(7)),
                call("two/1/2", "two/2/1", cache -> cache.invalidateTwo("1", 2)),
                call("rest/a/b/c.txt", "rest/a/b", cache -> cache.invalidateRest("a/b/c.txt")),
                call("either/one/1", "either/other/b", cache -> cache.invalidateEither("1", "x")),
                call("raw/1%202", "raw/12", cache -> cache.invalidateRaw("1 2")),
                call("overloads/5", "overloads/by-code/x", cache -> cache.invalidateOverloaded(5)),
                call("overloads/by-code/x", "overloads/5", cache -> cache.invalidateOverloaded("x")));
    }

    static Stream<Arguments> tags() {
        return Stream.of(
                call("number/007", "number/70", cache -> cache.invalidateNumberTag(7)),
                call("decimal/1.50", "decimal/1.05", cache -> cache.invalidateDecimalTag(new BigDecimal("1.500"))),
                call("flag/yes", "flag/no", cache -> cache.invalidateFlagTag(true)),
                call("text/a%20b", "text/a-b", cache -> cache.invalidateTextTag("a b")),
                call("color/dark-blue", "color/RED", cache -> cache.invalidateColorTag(Color.DARK_BLUE)),
                call(
                        "uuid/6F9619FF-8B86-D011-B42D-00CF4FC964FF",
                        "uuid/" + OTHER_ID,
                        cache -> cache.invalidateUuidTag(ID)),
                call("optional/" + ID, "optional", cache -> cache.invalidateOptionalTag(ID)),
                call("optional", "optional/" + ID, cache -> cache.invalidateOptionalTag(null)),
                call("sku/a-1", "sku/a-2", cache -> cache.invalidateSkuTag(new Sku("A-1"))),
                call(
                        "query?limit=020&sort=name",
                        "query?limit=20&sort=id",
                        cache -> cache.invalidateListTag(20, "name", "en", "")),
                call(
                        "query?sort=name",
                        "query?limit=2&sort=name",
                        cache -> cache.invalidateListTag(10, "name", "en", "")),
                call("query", "query?sort=name", cache -> cache.invalidateListTag(10, null, "en", null)),
                call("text/a", "decimal/1", cache -> cache.invalidateTextsTag()));
    }

    @ParameterizedTest
    @MethodSource({"paths", "tags"})
    void reachesTheEntryWithTheValues(String reached, String kept, Call call) {
        warmUp(reached, kept);
        call.apply(cache()).join();
        assertThat(hit(reached)).as(reached).isFalse();
        assertThat(hit(kept)).as(kept).isTrue();
    }

    @Test
    void withoutArgumentsAllEntriesOfTheRoute() {
        warmUp("number/7", "number/8", "text/7");
        cache().invalidateNumber().join();
        assertThat(hit("number/7")).isFalse();
        assertThat(hit("number/8")).isFalse();
        assertThat(hit("text/7")).isTrue();
    }

    @Test
    void withoutArgumentsAllOverloads() {
        warmUp("overloads/5", "overloads/by-code/x", "number/7");
        cache().invalidateOverloaded().join();
        assertThat(hit("overloads/5")).isFalse();
        assertThat(hit("overloads/by-code/x")).isFalse();
        assertThat(hit("number/7")).isTrue();
    }

    @Test
    void routeWithoutPathVariables() {
        warmUp("query", "query?sort=name", "number/7");
        cache().invalidateQuery().join();
        assertThat(hit("query")).isFalse();
        assertThat(hit("query?sort=name")).isFalse();
        assertThat(hit("number/7")).isTrue();
    }

    /** Its path contains the text of the request, which the value does not tell. */
    @Test
    void allEntriesOfTheRouteIfAValueHasNoText() {
        warmUp("identity/a", "number/7");
        cache().invalidateIdentity(new Identity()).join();
        assertThat(hit("identity/a")).isFalse();
        assertThat(hit("number/7")).isTrue();
    }

    @Test
    void tagOfAValueWithoutTextIsAnError() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> cache().invalidateIdentityTag(new Identity()))
                .withMessageContaining(Identity.class.getName())
                .withMessageContaining("toString()");
    }

    @Test
    void softly() {
        warmUp("number/7", "number/8");
        cache().softly().invalidateNumber(7).join();
        assertThat(server.get("/typed-cache/number/7").cacheStatus()).isEqualTo("hit; ttl=0");
        assertThat(server.get("/typed-cache/number/8").cacheStatus()).isEqualTo("hit; ttl=3600");
    }

    /** The variable of the placeholder is unknown to the compiler, so the values do not determine the path. */
    @Test
    void allEntriesOfTheRouteIfAPlaceholderHasAVariable() {
        try (TestServer shops = start("shops.path", "/shops/{shop}")) {
            Eventually.get(() -> shops.get("/shops/a/prices/7"), WireResponse::isHit);
            shops.bean(TypedCacheContract_ShopsCache.class).invalidatePrice(7).join();
            assertThat(shops.get("/shops/a/prices/7").isHit()).isFalse();
        }
    }

    @Test
    void contextPathIsPartOfThePath() {
        try (TestServer shop = start("micronaut.server.context-path", "/shop")) {
            Eventually.get(() -> shop.get("/shop/typed-cache/number/7"), WireResponse::isHit);
            shop.bean(TypedCacheContract_PagesCache.class).invalidateNumber(7).join();
            assertThat(shop.get("/shop/typed-cache/number/7").isHit()).isFalse();
        }
    }

    @Test
    void invalidatesNothingIfInvalidationsAreSwitchedOff() {
        try (TestServer off = start("http-cache.enabled", false, "http-cache.invalidation.enabled", false)) {
            assertThat(off.bean(TypedCacheContract_PagesCache.class).invalidateNumber(7))
                    .isCompletedWithValue(null);
        }
    }

    private TypedCacheContract_PagesCache cache() {
        return server.bean(TypedCacheContract_PagesCache.class);
    }

    private void warmUp(String... targets) {
        for (String target : targets) {
            Eventually.get(() -> server.get("/typed-cache/" + target), WireResponse::isHit);
        }
    }

    private boolean hit(String target) {
        WireResponse response = server.get("/typed-cache/" + target);
        assertThat(response.status()).as(target).isEqualTo(200);
        return response.isHit();
    }

    enum Color {
        RED,
        DARK_BLUE;

        /** The text of the value is not the name of the constant. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A type of the application, whose converter ignores case. */
    record Sku(String code) {}

    /** A type without a text of its own. */
    static final class Identity {}

    @Introspected
    record Position(@PathVariable long place) {}

    @Singleton
    @Requires(property = "scenario", value = "typed-cache")
    static class SkuConverter implements TypeConverter<String, Sku> {
        @Override
        public Optional<Sku> convert(String text, Class<Sku> type, ConversionContext context) {
            return Optional.of(new Sku(text.toUpperCase(Locale.ROOT)));
        }
    }

    @Singleton
    @Requires(property = "scenario", value = "typed-cache")
    static class IdentityConverter implements TypeConverter<String, Identity> {
        @Override
        public Optional<Identity> convert(String text, Class<Identity> type, ConversionContext context) {
            return Optional.of(new Identity());
        }
    }

    @Controller("${shops.path:/shops}")
    @TypedHttpCache
    @Requires(property = "scenario", value = "typed-cache")
    static class Shops {

        @Get("/prices/{id}")
        @HttpCached(ttl = "1h")
        String price(long id) {
            return "price " + id;
        }
    }

    @Controller("/typed-cache")
    @TypedHttpCache
    @HttpCached(ttl = "1h", staleWhileRevalidate = "1h")
    @Requires(property = "scenario", value = "typed-cache")
    @SuppressWarnings("httpcached:unbounded-query")
    static class Pages {

        private final AtomicInteger runs = new AtomicInteger();

        private String run(@Nullable Object value) {
            return value + " run " + runs.incrementAndGet();
        }

        @Get("/number/{id}{?page}")
        @HttpCached(tags = "number:{id}")
        String number(long id, @QueryValue @Nullable Integer page) {
            return run(id);
        }

        @Get("/whole/{v}")
        String whole(BigInteger v) {
            return run(v);
        }

        @Get("/decimal/{v}")
        @HttpCached(tags = "decimal:{v}")
        String decimal(BigDecimal v) {
            return run(v);
        }

        @Get("/real/{v}")
        String real(double v) {
            return run(v);
        }

        @Get("/flag/{v}")
        @HttpCached(tags = "flag:{v}")
        String flag(boolean v) {
            return run(v);
        }

        @Get("/letter/{v}")
        String letter(char v) {
            return run(v);
        }

        @Get("/text/{v}")
        @HttpCached(tags = {"text:{v}", "texts"})
        String text(String v) {
            return run(v);
        }

        @Get("/color/{v}")
        @HttpCached(tags = "color:{v}")
        String color(Color v) {
            return run(v);
        }

        @Get("/uuid/{v}")
        @HttpCached(tags = "uuid:{v}")
        String uuid(UUID v) {
            return run(v);
        }

        @Get("/optional{/v}")
        @HttpCached(tags = "optional:{v}")
        String optional(@PathVariable Optional<UUID> v) {
            return run(v);
        }

        @Get("/nullable{/v}")
        String nullable(@PathVariable @Nullable Integer v) {
            return run(v);
        }

        @Get("/default{/v}")
        String withDefault(@PathVariable(defaultValue = "1") int v) {
            return run(v);
        }

        @Get("/day/{v}")
        String day(LocalDate v) {
            return run(v);
        }

        @Get("/formatted/{v}")
        String formatted(@Format("d~M~yyyy") LocalDate v) {
            return run(v);
        }

        @Get("/duration/{v}")
        String duration(Duration v) {
            return run(v);
        }

        @Get("/sku/{v}")
        @HttpCached(tags = "sku:{v}")
        String sku(Sku v) {
            return run(v);
        }

        @Get("/identity/{v}")
        @HttpCached(tags = "identity:{v}")
        String identity(Identity v) {
            return run("identity");
        }

        @Get("/bean/{place}")
        String bean(@RequestBean Position position) {
            return run(position);
        }

        @Get("/two/{b}/{a}")
        String two(int a, String b) {
            return run(a + b);
        }

        @Get("/rest/{+path}")
        String rest(String path) {
            return run(path);
        }

        @Get(uris = {"/either/one/{one}", "/either/other/{other}"})
        String either(@PathVariable @Nullable String one, @PathVariable @Nullable String other) {
            return run(one + other);
        }

        @Get("/raw/{v}")
        String raw(@PathVariable("v") String text, @PathVariable("v") CharSequence same) {
            return run(text);
        }

        @Get("/overloads/{id}")
        String overloaded(long id) {
            return run(id);
        }

        @Get("/overloads/by-code/{code}")
        String overloaded(String code) {
            return run(code);
        }

        @Get("/query")
        @HttpCached(tags = "list:{limit},{sort},{lang},{theme}")
        String query(
                @QueryValue(defaultValue = "10") int limit,
                @QueryValue @Nullable String sort,
                @Header(value = "X-Lang", defaultValue = "en") String lang,
                @CookieValue @Nullable String theme) {
            return run(limit + sort + lang + theme);
        }
    }
}
