package io.httpcached.suite.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import io.httpcached.annotation.HttpCacheInvalidate;
import io.httpcached.annotation.HttpCached;
import io.httpcached.suite.wire.WireResponse;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.type.Argument;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the build report of the management endpoint. */
class BuildReportTest {

    private final TestServer server = TestServer.start("build-report", "endpoints.httpcache.sensitive", false);

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void showsKeyPolicyAndInvalidationsOfARoute() throws IOException {
        WireResponse answer = server.get("/httpcache/routes");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(routes(answer, "cached")).singleElement().satisfies(route -> assertThat(route)
                .containsEntry("uris", List.of("/reported/{id}"))
                .containsEntry("httpMethods", List.of("GET"))
                .containsEntry("method", "show")
                .containsEntry(
                        "key",
                        List.of(
                                Map.of("from", "path", "name", "id", "type", "integer"),
                                Map.of("from", "query", "name", "language", "default", "en")))
                .containsEntry("ttl", "1m")
                .containsEntry("tags", List.of("reported:{id}"))
                .extractingByKey("invalidatedBy", LIST)
                .contains(updateWith("tags", List.of("reported:{id}"), "ownPath", true)));
        assertThat(routes(answer, "invalidating"))
                .containsExactly(updateWith("invalidations", List.of(Map.of("tags", List.of("reported:{id}")))));
    }

    @Test
    void isAsSensitiveAsTheStatistics() {
        try (TestServer closed = TestServer.start("build-report")) {
            assertThat(closed.get("/httpcache/routes").status()).isEqualTo(401);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/httpcache/route", "/httpcache/ROUTES", "/httpcache/routes.md"})
    void rejectsAnUnknownView(String target) {
        WireResponse answer = server.get(target);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text()).contains("Ask for routes or explain.");
    }

    @Test
    void servesStatisticsWithoutAView() {
        assertThat(server.get("/httpcache").text()).contains("\"stores\"");
    }

    private static Map<String, Object> updateWith(Object... more) {
        Map<String, Object> update = new HashMap<>();
        update.put("uris", List.of("/reported/{id}"));
        update.put("httpMethods", List.of("PUT"));
        update.put("controller", Reported.class.getName());
        update.put("method", "update");
        for (int i = 0; i < more.length; i += 2) {
            update.put(more[i].toString(), more[i + 1]);
        }
        return update;
    }

    private List<Map<String, Object>> routes(WireResponse answer, String kind) throws IOException {
        Map<String, List<Map<String, Object>>> report = server.bean(JsonMapper.class)
                .readValue(
                        answer.body(),
                        Argument.mapOf(Argument.STRING, Argument.listOf(Argument.mapOf(String.class, Object.class))));
        return Objects.requireNonNull(report.get(kind)).stream()
                .filter(route -> Reported.class.getName().equals(route.get("controller")))
                .toList();
    }

    @Controller("/reported")
    @SuppressWarnings("httpcached:unbounded-query")
    @Requires(property = "scenario", value = "build-report")
    static class Reported {

        @Get("/{id}")
        @HttpCached(ttl = "1m", tags = "reported:{id}")
        String show(int id, @QueryValue(defaultValue = "en") String language) {
            return language + id;
        }

        @Put("/{id}")
        @HttpCacheInvalidate(tags = "reported:{id}")
        void update(int id) {}
    }
}
