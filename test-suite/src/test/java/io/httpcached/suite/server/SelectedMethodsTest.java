package io.httpcached.suite.server;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import io.httpcached.annotation.HttpCached;
import io.httpcached.annotation.KeySource;
import io.httpcached.suite.backend.LogCapture;
import io.httpcached.suite.wire.WireResponse;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.version.annotation.Version;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.RouteCondition;
import io.micronaut.http.server.cors.CrossOrigin;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tests that {@code Vary} names the request fields that select among the methods of a URI, or the CORS fields, so that the cache
 * of a client never confuses their responses.
 */
class SelectedMethodsTest {

    private static final String[] BY_HEADER = {
        "micronaut.router.versioning.enabled", "true", "micronaut.router.versioning.header.enabled", "true"
    };
    private static final String[] CORS = {
        "micronaut.server.cors.enabled",
        "true",
        "micronaut.server.cors.configurations.web.allowed-origins[0]",
        "https://a.example",
        "micronaut.server.cors.configurations.web.allowed-origins[1]",
        "https://b.example"
    };
    private static final String ALLOWED = "Access-Control-Allow-Origin";

    private @Nullable TestServer server;

    private TestServer start(String[] settings, String... more) {
        List<Object> all = new ArrayList<>(Arrays.asList(settings));
        all.addAll(Arrays.asList(more));
        server = TestServer.start("selected-methods", all.toArray());
        return server;
    }

    @AfterEach
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void clientCacheReceivesTheMethodOfItsVersion() {
        PrivateCache client = new PrivateCache(start(BY_HEADER));
        assertThat(client.get("/selected/versioned", "X-API-VERSION: 1").text()).isEqualTo("one");
        assertThat(client.get("/selected/versioned", "X-API-VERSION: 2").text()).isEqualTo("two");
        assertThat(client.has("/selected/versioned", "X-API-VERSION: 1")).isTrue();
        assertThat(client.get("/selected/versioned", "X-API-VERSION: 1").text()).isEqualTo("one");
        assertThat(client.get("/selected/versioned", "X-API-VERSION: 3").status())
                .isEqualTo(404);
    }

    /** A miss, a hit, a 304, and responses that are not stored. */
    @Test
    void everyResponseNamesTheVersionHeader() {
        TestServer running = start(BY_HEADER);
        WireResponse miss = running.get("/selected/versioned", "X-API-VERSION: 1");
        List<WireResponse> answers = List.of(
                miss,
                running.get("/selected/versioned", "X-API-VERSION: 1"),
                running.head("/selected/versioned", "X-API-VERSION: 1"),
                running.get("/selected/versioned", "X-API-VERSION: 1", "If-None-Match: " + miss.header("ETag")),
                running.get("/selected/versioned", "X-API-VERSION: 1", "Cache-Control: no-store"),
                running.get("/selected/versioned", "X-API-VERSION: 1", "Authorization: Bearer a"),
                running.get("/selected/missing", "X-API-VERSION: 1"),
                running.get("/selected/failing", "X-API-VERSION: 1"));
        assertThat(answers).extracting(WireResponse::status).containsExactly(200, 200, 200, 304, 200, 200, 404, 500);
        assertThat(answers).allSatisfy(answer -> assertThat(vary(answer)).containsOnlyOnce("X-API-VERSION"));
    }

    @Test
    void versionHeadersCanHaveOtherNames() {
        TestServer running = start(
                BY_HEADER,
                "micronaut.router.versioning.header.names[0]",
                "Api-Level",
                "micronaut.router.versioning.header.names[1]",
                "X-Level");
        assertThat(running.get("/selected/versioned", "X-Level: 2").text()).isEqualTo("two");
        assertThat(vary(running.get("/selected/versioned", "X-Level: 2"))).contains("Api-Level, X-Level");
    }

    @Test
    void versionInTheUriNeedsNoVary() {
        TestServer running = start(new String[] {
            "micronaut.router.versioning.enabled", "true", "micronaut.router.versioning.parameter.enabled", "true"
        });
        WireResponse response = running.get("/selected/versioned?api-version=2");
        assertThat(response.text()).isEqualTo("two");
        assertThat(vary(response)).doesNotContain("X-API-VERSION");
    }

    @Test
    void responseOfAUriWithOneMethodDoesNotVary() {
        assertThat(start(new String[0]).get("/selected/plain").header("Vary")).isNull();
    }

    @ParameterizedTest
    @CsvSource({"/selected/typed, /selected/typed", "/selected/items/latest, /selected/items/latest"})
    void clientCacheReceivesTheMethodOfItsMediaType(String target) {
        PrivateCache client = new PrivateCache(start(new String[0]));
        assertThat(client.get(target, "Accept: text/plain").text()).startsWith("plain");
        assertThat(client.get(target, "Accept: text/csv").text()).startsWith("csv");
        assertThat(client.get(target, "Accept: text/plain").text()).startsWith("plain");
    }

    /** A handler that reads the field itself depends on more than the selected method. */
    @Test
    void handlerThatNamesTheFieldHasAVariantForEachValue() {
        TestServer running = start(BY_HEADER, CORS);
        for (String origin : List.of("https://a.example", "https://b.example")) {
            assertThat(running.get("/selected/own-vary", "Origin: " + origin).text())
                    .isEqualTo(origin);
            assertThat(running.get("/selected/own-vary", "Origin: " + origin).text())
                    .isEqualTo(origin);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/selected/plain", "/selected/cross-origin"})
    void clientCacheReceivesTheCorsFieldsOfItsOrigin(String target) {
        TestServer running = start(CORS);
        PrivateCache client = new PrivateCache(running);
        assertThat(client.get(target).header(ALLOWED)).isNull();
        for (String origin : List.of("https://a.example", "https://b.example")) {
            assertThat(client.get(target, "Origin: " + origin).header(ALLOWED)).isEqualTo(origin);
        }
        assertThat(client.get(target).header(ALLOWED)).isNull();
        assertThat(client.has(target)).isTrue();
        assertThat(running.get(target).isHit()).isTrue();
    }

    @Test
    void allOriginsShareOneEntry() {
        TestServer running = start(CORS);
        WireResponse stored = running.get("/selected/plain");
        assertThat(stored.header("Vary")).isEqualTo("Origin");
        WireResponse hit = running.get("/selected/plain", "Origin: https://a.example");
        assertThat(hit.isHit()).isTrue();
        assertThat(hit.header(ALLOWED)).isEqualTo("https://a.example");
    }

    @Test
    void annotatedMethodVariesByOriginWithoutConfiguration() {
        TestServer running = start(new String[0]);
        assertThat(running.get("/selected/cross-origin").header("Vary")).isEqualTo("Origin");
        assertThat(running.get("/selected/plain").header("Vary")).isNull();
    }

    /** With this order the CORS filter is nearer to the handler than the cache, so its fields are stored. */
    @Test
    void storedCorsFieldsAreThoseOfTheOrigin() {
        TestServer running = start(CORS, "http-cache.filter-order", "0");
        for (int round = 0; round < 2; round++) {
            assertThat(running.get("/selected/plain").header(ALLOWED)).isNull();
            for (String origin : List.of("https://a.example", "https://b.example")) {
                assertThat(running.get("/selected/plain", "Origin: " + origin).header(ALLOWED))
                        .isEqualTo(origin);
            }
        }
        assertThat(running.get("/selected/plain").isHit()).isTrue();
    }

    @Test
    void startupWarnsOfAConditionWhoseFieldsAreUnknown() {
        try (LogCapture log = new LogCapture("io.httpcached", Level.INFO)) {
            start(new String[0]);
            assertThat(log.lines())
                    .filteredOn(line -> line.contains("@RouteCondition"))
                    .singleElement()
                    .asString()
                    .startsWith("WARN ")
                    .contains(Selected.class.getName() + ".unnamed")
                    .doesNotContain(".named");
        }
    }

    private static String vary(WireResponse response) {
        return String.join(", ", response.headers("Vary"));
    }

    @Controller("/selected")
    @HttpCached(ttl = "1m", clientTtl = "1m")
    @Requires(property = "scenario", value = "selected-methods")
    static class Selected {

        @Get("/plain")
        String plain() {
            return "plain";
        }

        @Get("/versioned")
        @Version("1")
        String one() {
            return "one";
        }

        @Get("/versioned")
        @Version("2")
        String two() {
            return "two";
        }

        @Get("/missing")
        @Version("1")
        HttpResponse<String> missing() {
            return HttpResponse.notFound("nothing");
        }

        @Get("/failing")
        @Version("1")
        String failing() {
            throw new IllegalStateException("on purpose");
        }

        @Get("/typed")
        @Produces(MediaType.TEXT_PLAIN)
        String text() {
            return "plain";
        }

        @Get("/typed")
        @Produces(MediaType.TEXT_CSV)
        String csv() {
            return "csv";
        }

        @Get("/items/{id}")
        @Produces(MediaType.TEXT_PLAIN)
        String item(String id) {
            return "plain " + id;
        }

        @Get("/items/latest")
        @Produces(MediaType.TEXT_CSV)
        String latest() {
            return "csv";
        }

        @Get("/cross-origin")
        @CrossOrigin({"https://a.example", "https://b.example"})
        String crossOrigin() {
            return "shown";
        }

        @Get("/own-vary")
        @HttpCached(ttl = "1m", keySource = KeySource.REQUEST_URI)
        HttpResponse<String> ownVary(HttpRequest<?> request) {
            return HttpResponse.ok(request.getHeaders().get("Origin")).header("Vary", "Origin");
        }

        @Get("/unnamed")
        @RouteCondition("#{request.headers.get('X-Beta') == null}")
        String unnamed() {
            return "stable";
        }

        @Get("/named")
        @RouteCondition("#{request.headers.get('X-Beta') == null}")
        String named(@Nullable @Header("X-Beta") String beta) {
            return "stable";
        }
    }
}
