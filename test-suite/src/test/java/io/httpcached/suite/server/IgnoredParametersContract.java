package io.httpcached.suite.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.HttpCache;
import io.httpcached.annotation.HttpCached;
import io.httpcached.annotation.KeySource;
import io.httpcached.suite.wire.WireResponse;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpParameters;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.context.ServerRequestContext;
import io.micronaut.http.hateoas.JsonError;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests query parameters that are left out of keys of the whole query. */
abstract class IgnoredParametersContract {

    private final TestServer server = start(
            "http-cache.ignored-parameters",
            "gclid, ad_*",
            "http-cache.policies.campaign.ignored-parameters",
            "campaign",
            "http-cache.policies.complete.ignored-parameters",
            List.of(),
            "endpoints.httpcache.sensitive",
            false);

    /** Starts the scenario {@code ignored-parameters}. */
    abstract TestServer start(Object... settings);

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "?utm_source=x              | none",
                "?utm_source                | none",
                "?a=1&utm_source=x          | ?a=1",
                "?fbclid=1&a=1&fbclid=2     | ?a=1",
                "?b=2&utm_medium=y&a=1      | ?a=1&b=2",
                "?utm%5Fsource=x&b=2&a=1    | ?a=1&b=2",
                "?%75tm_%73ource=%20&a=1    | ?a=1",
                "?a=1&utm_source=x;fbclid=y | ?a=1",
                "?a=1&utm_=x                | ?a=1",
                "?a=2&utm_x=1&a=1           | ?a=2&a=1",
            })
    void ignoredParametersAreNotInTheKey(String query, String rest) {
        assertShared("/ignored/uri" + query, "/ignored/uri" + (rest == null ? "" : rest));
        assertShared("/ignored/parameters" + query, "/ignored/parameters" + (rest == null ? "" : rest));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "?UTM_source=x        | ?",
                "?utm=x               | ?",
                "?fbclid2=x           | ?",
                "?a=1&utm_source=x    | ?a=2",
                "?a=2&utm_x=1&a=1     | ?a=1&a=2",
                "?a=1;utm_source=x    | ?a=1",
                "?utm_source=x;a=1    | ?a=1",
                "?fbclid;utm_source=x | ?",
                "?=utm_source=x       | ?",
                "?xutm_%25=x          | ?",
            })
    void otherParametersAreInTheKey(String query, String other) {
        assertThat(warmUp("/ignored/uri" + query)).isNotEqualTo(warmUp("/ignored/uri" + other));
    }

    /** The server separates by a semicolon, so it sees two parameters, of which one is ignored. */
    @Test
    void decodedKeyIgnoresWhatTheServerSees() {
        assertShared("/ignored/parameters?a=1;utm_source=x", "/ignored/parameters?a=1");
    }

    @Test
    void handlerReceivesTheIgnoredParameters() {
        assertThat(server.get("/ignored/uri?utm_source=x&a=1").text()).startsWith("/ignored/uri?utm_source=x&a=1");
    }

    @ParameterizedTest
    @CsvSource({"/ignored/default, gclid=1", "/ignored/default, ad_x=1", "/ignored/named, campaign=1"})
    void configurationSuppliesTheParametersThatTheAnnotationDoesNotSet(String path, String query) {
        assertShared(path + "?a=1&" + query, path + "?a=1");
    }

    @ParameterizedTest
    @CsvSource({
        "/ignored/default, utm_x=1",
        "/ignored/named, gclid=1",
        "/ignored/uri, gclid=1",
        "/ignored/none, gclid=1",
        "/ignored/none-named, gclid=1"
    })
    void mostSpecificSettingReplacesTheOthers(String path, String query) {
        assertThat(warmUp(path + "?a=1&" + query)).isNotEqualTo(warmUp(path + "?a=1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ignored/uri", "/ignored/uri?a=1", "/ignored/uri?a=1&utm_source=y", "/ignored/uri?fbclid"})
    void invalidationByPathReachesTheEntriesOfAllQueries(String changed) {
        String stored = warmUp("/ignored/uri?a=1&utm_source=x");
        assertThat(server.send("POST", changed, "Content-Length: 0").status()).isEqualTo(200);
        assertThat(server.get("/ignored/uri?a=1").text()).isNotEqualTo(stored);
        String again = warmUp("/ignored/uri?a=1&utm_source=x");
        server.bean(HttpCache.class).invalidatePath("/ignored/uri").join();
        assertThat(server.get("/ignored/uri?a=1").text()).isNotEqualTo(again);
    }

    /** The error responses of Micronaut contain the URI of the request. */
    @ParameterizedTest
    @ValueSource(strings = {"/ignored/missing", "/ignored/missing-parameters"})
    void errorResponseWithAnIgnoredParameterIsNotStored(String path) {
        WireResponse first = server.get(path + "?a=1&utm_source=secret");
        assertThat(first.status()).isEqualTo(404);
        assertThat(first.cacheStatus()).doesNotContain("stored");
        assertThat(server.get(path + "?a=1").text()).doesNotContain("secret");
        warmUp(path + "?a=1");
    }

    /** A method may take a parameter that a pattern for all routes matches. */
    @ParameterizedTest
    @ValueSource(strings = {"/ignored/taken", "/ignored/taken-by-default"})
    void parameterThatTheMethodTakesStaysInTheKey(String path) {
        String other = path.equals("/ignored/taken") ? "utm_medium" : "ad_id";
        assertThat(warmUp(path + "?utm_source=a&ad_source=a")).isNotEqualTo(warmUp(path + "?utm_source=b&ad_source=b"));
        assertShared(path + "?utm_source=a&ad_source=a", path + "?utm_source=a&ad_source=a&" + other + "=c");
    }

    @Test
    void isolatedHandlerDoesNotReceiveThem() {
        try (TestServer isolated = start(
                "http-cache.unkeyed-reads",
                "hide",
                "http-cache.policies.campaign.ttl",
                "1h",
                "http-cache.policies.complete.ttl",
                "1h")) {
            assertThat(isolated.get("/ignored/uri?b=2&utm_source=x&a=%201").text())
                    .startsWith("/ignored/uri?b=2&a=%201 [a, b]");
            assertThat(isolated.get("/ignored/uri?utm_source=x").text()).startsWith("/ignored/uri []");
            assertThat(isolated.get("/ignored/parameters?a=1&utm_source=x").text())
                    .startsWith("/ignored/parameters?a=1 [a]");
        }
    }

    @Test
    void reportAndExplanationListThem() {
        assertThat(server.get("/httpcache").text())
                .contains("\"ignoredParameters\":[\"utm_*\",\"fbclid\"]", "\"ignoredParameters\":[\"gclid\",\"ad_*\"]");
        assertThat(server.get("/httpcache/explain?uri=/ignored/uri%3Fa%3D1%26utm_source%3Dx")
                        .text())
                .contains("\"ignoredParameters\":[\"utm_*\",\"fbclid\"]", "q0:1*3:a=1")
                .doesNotContain("utm_source");
    }

    private void assertShared(String first, String second) {
        String stored = warmUp(first);
        WireResponse hit = server.get(second);
        assertThat(hit.cacheStatus())
                .as("cache status of %s after %s", second, first)
                .startsWith("hit");
        assertThat(hit.text()).isEqualTo(stored);
    }

    private String warmUp(String target) {
        return Eventually.get(
                        () -> server.get(target), answer -> answer.cacheStatus().startsWith("hit"))
                .text();
    }

    @Controller("/ignored")
    @HttpCached(ttl = "1h")
    @Requires(property = "scenario", value = "ignored-parameters")
    @SuppressWarnings({"httpcached:unbounded-query", "httpcached:missing-invalidation", "httpcached:overridden-policy"})
    static class Pages {

        private final AtomicInteger runs = new AtomicInteger();

        private String run(HttpRequest<?> request) {
            return request.getUri() + " "
                    + new TreeSet<>(request.getParameters().names()) + " run " + runs.incrementAndGet();
        }

        @Get("/uri")
        @HttpCached(
                keySource = KeySource.REQUEST_URI,
                ignoredParameters = {"utm_*", "fbclid"})
        String uri(HttpRequest<?> request) {
            return run(request);
        }

        @Post("/uri")
        String change() {
            return "changed";
        }

        @Get("/parameters")
        @HttpCached(ignoredParameters = {"utm_*", "fbclid"})
        String parameters(HttpParameters parameters) {
            return run(ServerRequestContext.currentRequest().orElseThrow());
        }

        @Get("/default")
        @HttpCached(keySource = KeySource.REQUEST_URI)
        String byDefault(HttpRequest<?> request) {
            return run(request);
        }

        @Get("/named")
        @HttpCached(policy = "campaign", keySource = KeySource.REQUEST_URI)
        String named(HttpRequest<?> request) {
            return run(request);
        }

        @Get("/taken")
        @HttpCached(
                ttl = "1h",
                keySource = KeySource.REQUEST_URI,
                ignoredParameters = {"utm_*"})
        @SuppressWarnings("httpcached:unbounded-query")
        String taken(@Nullable @QueryValue("utm_source") String source) {
            return source + " in run " + runs.incrementAndGet();
        }

        @Get("/taken-by-default")
        @HttpCached(ttl = "1h")
        @SuppressWarnings("httpcached:unbounded-query")
        String takenByDefault(HttpParameters parameters, @Nullable @QueryValue("ad_source") String source) {
            return source + " in run " + runs.incrementAndGet();
        }

        @Get("/none")
        @HttpCached(
                policy = "campaign",
                keySource = KeySource.REQUEST_URI,
                ignoredParameters = {})
        String none(HttpRequest<?> request) {
            return run(request);
        }

        @Get("/none-named")
        @HttpCached(policy = "complete", keySource = KeySource.REQUEST_URI)
        String noneNamed(HttpRequest<?> request) {
            return run(request);
        }

        @Get("/missing")
        @HttpCached(keySource = KeySource.REQUEST_URI, ignoredParameters = "utm_*", statuses = 404)
        HttpResponse<JsonError> missing(HttpRequest<?> request) {
            return HttpResponse.notFound(new JsonError("not at " + request.getUri()));
        }

        @Get("/missing-parameters")
        @HttpCached(ignoredParameters = "utm_*", statuses = 404)
        HttpResponse<JsonError> missingParameters(HttpParameters parameters) {
            return HttpResponse.notFound(new JsonError("not with " + parameters.asMap()));
        }
    }
}
