package io.httpcached.suite.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import ch.qos.logback.classic.Level;
import io.httpcached.annotation.HttpCacheInvalidate;
import io.httpcached.annotation.HttpCached;
import io.httpcached.store.CacheStore;
import io.httpcached.suite.backend.LogCapture;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.EachProperty;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.naming.NameUtils;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.context.ServerRequestContext;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An invalid value fails startup, with a message that names the property, the allowed values and the configured one. */
class ConfigurationTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "http-cache.enabled             | perhaps",
                "http-cache.backend             | floppy",
                "http-cache.backend             | ''",
                "http-cache.default-ttl         | soon",
                "http-cache.default-ttl         | -1s",
                "http-cache.jitter              | 100%",
                "http-cache.jitter              | 1500ms",
                "http-cache.refresh-ahead       | a fifth",
                "http-cache.policies.named.jitter | -1s",
                "http-cache.stale-after         | 0ms",
                "http-cache.policies.named.stale-after | soon",
                "http-cache.policies.named.refresh-ahead | 120%",
                "http-cache.keep-stale          | soon",
                "http-cache.collapse-timeout    | 5 bananas",
                "http-cache.collapse-timeout    | -5s",
                "http-cache.max-body-size       | 0",
                "http-cache.max-body-size       | -1",
                "http-cache.max-body-size       | 3GB",
                "http-cache.max-request-body-size | 0",
                "http-cache.memory.maximum-size | 0",
                "http-cache.memory.maximum-size | -64MB",
                "http-cache.cacheable-statuses  | 200,99",
                "http-cache.cacheable-statuses  | 600",
                "http-cache.cacheable-statuses  | ok",
                "http-cache.heuristic-freshness | perhaps",
                "http-cache.cache-status        | perhaps",
                "http-cache.status-header       | X Cache",
                "http-cache.status-header       | 'X-Cache:'",
                "http-cache.cache-name          | ''",
                "http-cache.cache-name          | 'my\ncache'",
                "http-cache.targeted-fields     | 'CDN Cache'",
                "http-cache.policies.named.ttl  | soon",
                "http-cache.policies.named.client-ttl | -1s",
                "http-cache.policies.named.stale-while-revalidate | soon",
                "http-cache.policies.named.stale-if-error | soon",
                "http-cache.policies.named.statuses | 42",
                "http-cache.policies.named.ignored-parameters | '*_source'",
                "http-cache.ignored-parameters  | '*'",
                "http-cache.ignored-parameters  | 'utm*x'",
                "http-cache.max-body-size       | BIG",
                "http-cache.memory.maximum-size | 64 parsecs",
                "http-cache.max-tags            | many",
                "http-cache.max-tags            | -1",
                "http-cache.filter-order        | first",
                "http-cache.isolate-handlers    | perhaps",
                "http-cache.isolateHandlers     | ture",
                "http-cache.unkeyed-reads       | default",
                "http-cache.policies.named.unkeyed-reads | hidden",
                "http-cache.reads.ignored-fields | 'X Tenant'",
                "http-cache.reads.ignored-fields | *",
                "http-cache.reads.ignored-attributes | a*b",
                "http-cache.reads.maximum-names | 0",
                "http-cache.reads.maximum-values | many",
                "http-cache.reads.count-iteration | perhaps",
                "http-cache.lease.enabled       | perhaps",
                "http-cache.near.enabled        | perhaps",
                "http-cache.near.strict         | ''",
                "http-cache.near.maximum-size   | 0",
                "http-cache.near.ttl            | soon",
                "http-cache.near.maximum-lag    | 99ms",
                "http-cache.policies.named.near | perhaps",
                "http-cache.dynamodb.create-table | ture",
                "http-cache.redis.durable       | ture",
                "http-cache.invalidation.enabled | ''",
                "http-cache.invalidation.after-commit | perhaps",
                "http-cache.warm                | configuration",
                "http-cache.warm                | //host/configuration",
                "http-cache.warm                | /configuration/nowhere",
                "http-cache.warm[0].path        | /configuration#top",
                "http-cache.warm[0].uri         | /configuration",
                "http-cache.warm[0].headers.Cookie | user=1",
                "http-cache.warm[0].headers.Authorization | Bearer 1",
                "http-cache.warm[0].headers.(x) | 1",
                "http-cache.warm[0].headers.X-Y | 'a\nb'",
                "http-cache.warming.max-concurrent | 0",
                "http-cache.warming.timeout     | 0s",
                "http-cache.caches.books.ttl    | soon",
                "http-cache.caches.books.ttl    | 0s",
                "http-cache.caches.books.ttl    | ''",
                "http-cache.caches.books.tags   | ' '",
            })
    void anInvalidValueFailsStartupWithAMessageThatNamesTheProperty(String property, String value) {
        assertRefused(property, value, NameUtils.hyphenate(property));
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "TRUE", "yes", "y", "on", "1"})
    void allWordsForOnSwitchOn(String on) {
        try (TestServer server = started("http-cache.enabled", on, "http-cache.isolate-handlers", on)) {
            server.get("/configuration", "X-Hidden: seen");
            assertThat(server.get("/configuration").isHit()).isTrue();
            assertThat(server.get("/configuration/header", "X-Hidden: seen").text())
                    .isEqualTo("none");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"false", "FALSE", "no", "n", "off", "0"})
    void allWordsForOffSwitchOff(String off) {
        try (TestServer server = started("http-cache.enabled", off)) {
            server.get("/configuration");
            assertThat(server.get("/configuration").header("Cache-Status")).isNull();
        }
        try (TestServer server = started("http-cache.isolate-handlers", off)) {
            assertThat(server.get("/configuration/header", "X-Hidden: seen").text())
                    .isEqualTo("seen");
        }
    }

    @Test
    void aCacheThatIsEnabledInvalidates() {
        assertRefused(
                "http-cache.invalidation.enabled",
                "off",
                "http-cache.invalidation.enabled must be true while http-cache.enabled is true");
    }

    @ParameterizedTest
    @CsvSource({
        "http-cache.memroy.maximum-size, http-cache.memory.maximum-size",
        "http-cache.isolateHandler, http-cache.isolate-handlers",
        "http-cache.policies.named.tll, http-cache.policies.named.ttl",
    })
    void warnsOfAnUnknownPropertyWithTheNearestKnownOne(String unknown, String nearest) {
        assertThat(warnings(unknown, "7"))
                .containsExactly("WARN " + NameUtils.hyphenate(unknown)
                        + " is not a property of HttpCached and has no effect. Did you mean " + nearest + "?");
    }

    @ParameterizedTest
    @CsvSource({
        "http-cache.policies.own.ttl, 1m",
        "http-cache.policies.own.statuses, '200,404'",
        "http-cache.memory.maximumSize, 1MB",
        "http-cache.targeted-fields[0], CDN-Cache-Control",
        "http-cache.unkeyed-reads, warn",
        "http-cache.policies.own.unkeyed-reads, ignore",
        "http-cache.reads.ignored-fields[0], X-Amz-*",
        "http-cache.reads.maximum-values, 7",
        "http-cache.shelf.url, any",
        "http-cache.warehouse.url, any",
        "http-cache.pages.0.url, any",
    })
    void doesNotWarnOfPropertiesOfTheCacheAndOfBeansOfTheApplication(String property, String value) {
        assertThat(warnings(property, value)).isEmpty();
    }

    @Test
    void findsUnknownPropertiesInMaps() {
        assertThat(warnings("http-cache.memory", Map.of("maximum-size", "1MB", "minimum-size", "1KB")))
                .singleElement()
                .asString()
                .startsWith("WARN http-cache.memory.minimum-size is not a property");
    }

    @Test
    void warnsOfTheDeprecatedSwitchAndNamesThePropertyToSet() {
        assertThat(warnings("http-cache.isolate-handlers", "true"))
                .containsExactly(
                        "WARN http-cache.isolate-handlers is deprecated. Set http-cache.unkeyed-reads: hide instead.");
        assertThat(warnings("http-cache.isolateHandlers", "no"))
                .containsExactly("WARN http-cache.isolate-handlers is deprecated and has no effect. Remove it.");
        assertThat(warnings("http-cache.isolate-handlers", "on", "http-cache.unkeyed-reads", "hide"))
                .containsExactly("WARN http-cache.isolate-handlers is deprecated and has no effect. Remove it.");
    }

    @ParameterizedTest
    @CsvSource({"true, vary", "true, ignore", "false, hide"})
    void theDeprecatedSwitchMustNotContradictThePropertyThatReplacesIt(String isolate, String reads) {
        Throwable refusal =
                catchThrowable(() -> started("http-cache.isolate-handlers", isolate, "http-cache.unkeyed-reads", reads)
                        .close());
        assertThat(sentences(refusal))
                .contains("http-cache.isolate-handlers is " + isolate + ", which contradicts http-cache.unkeyed-reads."
                        + " Remove http-cache.isolate-handlers, which is deprecated.");
    }

    private static List<String> warnings(Object... settings) {
        try (LogCapture log = new LogCapture("io.httpcached", Level.WARN)) {
            started(settings).close();
            return log.lines();
        }
    }

    private static TestServer started(Object... settings) {
        Object[] all = Arrays.copyOf(settings, settings.length + 2);
        all[settings.length] = "http-cache.policies.named.ttl";
        all[settings.length + 1] = "5s";
        return TestServer.start("configuration", all);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "http-cache.default-ttl | soon | a duration such as 90s, 10m or PT10M",
                "http-cache.jitter | 100% | a percentage from 0% to 99%, or a duration of whole seconds such as 30s",
                "http-cache.memory.maximum-size | 64 parsecs | a size from 1 to 9223372036854775807 bytes, such as 512KB, 64MB or 1GB",
                "http-cache.request-directives | ignored | honor or ignore",
                "http-cache.policies.named.request-directives | ignored | honor or ignore or default",
                "http-cache.unkeyed-reads | default | vary or warn or hide or fail or ignore",
                "http-cache.policies.named.unkeyed-reads | hidden | default or vary or warn or hide or fail or ignore",
                "http-cache.invalidation.on-failure | perhaps | ignore or fail",
                "http-cache.enabled | perhaps | true, yes, y, on or 1, or false, no, n, off or 0",
                "http-cache.isolate-handlers | ture | true, yes, y, on or 1, or false, no, n, off or 0",
                "http-cache.filter-order | first | a whole number",
                "http-cache.status-header | X Cache | a token as RFC 9110 defines it, such as X-Cache",
            })
    void theMessageSaysWhatIsAllowed(String property, String value, String allowed) {
        assertRefused(property, value, property + " must be " + allowed + ", but was '" + value + "'.");
    }

    /** Whether a route uses it or not. */
    @ParameterizedTest
    @CsvSource({
        "ttl, soon",
        "client-ttl, soon",
        "stale-while-revalidate, soon",
        "stale-if-error, soon",
        "jitter, soon",
        "refresh-ahead, soon",
        "stale-after, 0s",
        "statuses, 42"
    })
    void aWrongValueOfAPolicyThatNobodyNamesStopsStartUpAsWell(String member, String value) {
        assertRefused("http-cache.policies.idle." + member, value, "http-cache.policies.idle." + member);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "redis     | Set redis.uri",
                "memcached | Set http-cache.memcached.servers",
                "dynamodb  | Set http-cache.dynamodb.table",
            })
    void aStoreThatIsNotConfiguredStopsStartUpNamingTheMissingProperty(String name, String missing) {
        assertRefused("http-cache.backend", name, "http-cache.backend: The store '" + name + "'", missing);
        assertRefused("route.backend", name, "Configured.show, backend: The store '" + name + "'", missing);
    }

    @Test
    void anUnknownStoreStopsStartUpListingTheStoresThatThereAre() {
        assertRefused(
                "http-cache.backend",
                "floppy",
                "http-cache.backend: There is no store 'floppy'. Available stores: [memory]",
                "redis, memcached, dynamodb",
                "micronaut.caches.<name>");
    }

    @Test
    void aPolicyThatIsNotConfiguredStopsStartUp() {
        assertRefused("route.policy", "absent", "Configured.show", "http-cache.policies.absent");
    }

    @Test
    void aPlaceholderThatResolvesToNonsenseStopsStartUp() {
        assertRefused("route.ttl", "soon", "Configured.show", "ttl", "soon");
    }

    @Test
    void aShareThatIsNoneStopsStartUp() {
        assertRefused("route.jitter", "all", "Configured.show", "jitter", "all");
    }

    @Test
    void aPlaceholderThatDoesNotResolveStopsStartUp() {
        assertRefused("scenario", "unresolvable", "Unresolvable.show", "route.absent");
    }

    @Test
    void thatOfAnInvalidationDoesSoToo() {
        assertRefused("scenario", "unresolvable-invalidation", "UnresolvableInvalidation.change", "route.absent");
    }

    @Test
    void rightValuesStart() {
        try (TestServer server = TestServer.start("configuration", "http-cache.policies.named.ttl", "5s")) {
            assertThat(server.get("/configuration").header("Cache-Control")).isEqualTo("max-age=5");
        }
    }

    private static void assertRefused(String property, String value, String... named) {
        Throwable refusal = start(property, value);
        assertThat(sentences(refusal))
                .anySatisfy(sentence -> assertThat(sentence).contains(named));
    }

    private static @Nullable Throwable start(String property, String value) {
        return catchThrowable(
                () -> TestServer.start("configuration", "http-cache.policies.named.ttl", "5s", property, value)
                        .close());
    }

    /** What the framework makes of an exception on the way out repeats the sentence among the beans it was making. */
    private static List<String> sentences(@Nullable Throwable refusal) {
        List<String> sentences = new ArrayList<>();
        for (Throwable cause = refusal; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConfigurationException) {
                sentences.add(String.valueOf(cause.getMessage()));
            }
        }
        return sentences;
    }

    /** A store of the application, which reads properties under its name. */
    @Factory
    @Requires(property = "http-cache.shelf.url")
    static class Stores {

        @Singleton
        @Named("shelf")
        CacheStore shelf() {
            throw new IllegalStateException("This store is not in use");
        }
    }

    @ConfigurationProperties("http-cache.warehouse")
    @Requires(property = "scenario", value = "configuration")
    static class WarehouseConfiguration {}

    @EachProperty("http-cache.pages")
    @Requires(property = "scenario", value = "configuration")
    static class PageConfiguration {}

    @Controller("/configuration")
    @Requires(property = "scenario", value = "configuration")
    static class Configured {

        @Get
        @HttpCached(
                policy = "${route.policy:named}",
                ttl = "${route.ttl:}",
                jitter = "${route.jitter:}",
                backend = "${route.backend:}")
        String show() {
            return "shown";
        }

        @Get("/header")
        @HttpCached(ttl = "1m")
        String header() {
            return ServerRequestContext.currentRequest()
                    .map(request -> request.getHeaders().get("X-Hidden"))
                    .orElse("none");
        }
    }

    @Controller("/unresolvable")
    @Requires(property = "scenario", value = "unresolvable")
    static class Unresolvable {

        @Get
        @HttpCached(ttl = "${route.absent}")
        String show() {
            return "shown";
        }
    }

    @Controller("/unresolvable-invalidation")
    @Requires(property = "scenario", value = "unresolvable-invalidation")
    static class UnresolvableInvalidation {

        @Post
        @HttpCacheInvalidate(namespace = "${route.absent}")
        String change() {
            return "changed";
        }
    }
}
