package io.httpcached.suite.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.annotation.HttpCached;
import io.httpcached.suite.wire.WireResponse;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.type.Argument;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the management endpoint {@code httpcache}. */
class HttpCacheEndpointTest {

    private static final List<String> PAGES = List.of("/managed/1", "/managed/2", "/managed/other");

    private final TestServer server = TestServer.start("endpoint", "endpoints.httpcache.sensitive", false);

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void isSensitiveByDefault() {
        try (TestServer closed = TestServer.start("endpoint")) {
            closed.get("/managed/1");
            assertThat(closed.get("/httpcache").status()).isEqualTo(401);
            assertThat(closed.send("DELETE", "/httpcache?all=true").status()).isEqualTo(401);
            assertThat(closed.get("/managed/1").isHit()).isTrue();
        }
    }

    @Test
    void countsRequestsByRouteAndOutcome() {
        server.get("/managed/1");
        server.get("/managed/1");
        server.get("/managed/1", "Cache-Control: no-cache");
        server.get("/managed/1", "Cache-Control: no-store");
        server.advance(Duration.ofSeconds(61));
        server.get("/managed/1");
        Map<?, ?> route = Eventually.get(() -> (Map<?, ?>) routes().get(1), totals -> count(totals, "refreshes") == 1);
        assertThat(route.get("uris")).isEqualTo(List.of("/managed/{id}"));
        assertThat(route.get("controller")).isEqualTo(Managed.class.getName());
        assertThat(route.get("method")).isEqualTo("show");
        assertThat(route.get("store")).isEqualTo("memory");
        assertThat(route.get("namespace")).isEqualTo("managed");
        assertThat(route.get("unkeyedReads")).isEqualTo("vary");
        assertThat(route.get("clients")).isEqualTo(Map.of("cacheControl", "no-cache", "reason", "the route has tags"));
        assertThat(count(route, "hits")).isEqualTo(1);
        assertThat(count(route, "staleHits")).isEqualTo(1);
        assertThat(count(route, "misses")).isEqualTo(2);
        assertThat(count(route, "bypassed")).isEqualTo(1);
        assertThat(count(route, "collapsed")).isZero();
        assertThat(count(route, "stored")).isEqualTo(3);
    }

    @Test
    void showsStatisticsOfTheMemoryStore() {
        assertThat(count(memory(), "entries")).isZero();
        server.get("/managed/1");
        server.get("/managed/2");
        assertThat(count(memory(), "entries")).isEqualTo(2);
        assertThat(count(memory(), "bytes")).isBetween(500L, 5_000L);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "tag=page:1 | /managed/1",
                "tag=page:1&tag=page:2 | /managed/1 /managed/2",
                "path=/managed/2 | /managed/2",
                "path=/managed/other&tag=page:1 | /managed/1 /managed/other",
                "namespace=managed | /managed/1 /managed/2",
                "all=true | /managed/1 /managed/2 /managed/other",
                "tag=nothing | none",
                "all=false&tag=page:2 | /managed/2",
            })
    void invalidatesBySelector(String query, String invalidated) {
        PAGES.forEach(server::get);
        WireResponse answer = server.send("DELETE", "/httpcache?" + query);
        assertThat(answer.status()).as(answer.text()).isEqualTo(204);
        assertThat(PAGES.stream().filter(page -> !server.get(page).isHit()))
                .containsExactly(invalidated == null ? new String[0] : invalidated.split(" "));
    }

    @Test
    void invalidatesSoftly() {
        server.get("/managed/1");
        assertThat(server.send("DELETE", "/httpcache?tag=page:1&soft=true").status())
                .isEqualTo(204);
        assertThat(server.get("/managed/1").cacheStatus()).isEqualTo("hit; ttl=0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?",
                "?soft=true",
                "?all=false",
                "?all=yes",
                "?all=true&all=true",
                "?all",
                "?tag=",
                "?tag=page:1&tag=%20",
                "?path=managed",
                "?path=/managed/1&path=managed",
                "?namespace=",
                "?tags=page:1",
                "?all=true&force=true",
                "?all=true&soft=maybe",
            })
    void rejectsInvalidSelectorsWithAMessageAndInvalidatesNothing(String query) {
        PAGES.forEach(server::get);
        WireResponse answer = server.send("DELETE", "/httpcache" + query);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains("Write tag=…, path=/…, route=…, namespace=… or all=true");
        assertThat(PAGES)
                .allSatisfy(page -> assertThat(server.get(page).isHit()).isTrue());
    }

    private List<?> routes() {
        return (List<?>) in(totals(), "routes");
    }

    private Map<?, ?> memory() {
        return (Map<?, ?>) in((Map<?, ?>) in(totals(), "stores"), "memory");
    }

    private static long count(Map<?, ?> details, String name) {
        return ((Number) in(details, name)).longValue();
    }

    private static Object in(Map<?, ?> details, String name) {
        return Objects.requireNonNull(details.get(name), name);
    }

    private Map<String, Object> totals() {
        WireResponse answer = server.get("/httpcache");
        assertThat(answer.status()).isEqualTo(200);
        try {
            return server.bean(JsonMapper.class).readValue(answer.body(), Argument.mapOf(String.class, Object.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Controller("/managed")
    @Requires(property = "scenario", value = "endpoint")
    static class Managed {

        @Get("/{id}")
        @HttpCached(ttl = "1m", staleWhileRevalidate = "1m", tags = "page:{id}", namespace = "managed")
        String show(int id) {
            return "page " + id;
        }

        @Get("/other")
        @HttpCached(ttl = "1m")
        String other() {
            return "other";
        }
    }
}
