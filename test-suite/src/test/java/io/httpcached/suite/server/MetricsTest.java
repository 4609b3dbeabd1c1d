package io.httpcached.suite.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.annotation.HttpCached;
import io.httpcached.suite.backend.RedisServers;
import io.httpcached.suite.wire.WireResponse;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.Status;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Tests the meters, as Prometheus reads them. */
class MetricsTest {

    private static final String ROUTE = "route=\"Measured.show\",uri=\"/measured/{id}\"";
    private static final Pattern LABEL_OF_REQUEST = Pattern.compile("measured/\\d");

    private static TestServer start(Object... settings) {
        List<Object> all = new ArrayList<>(List.of(settings));
        all.addAll(List.of(
                "micronaut.metrics.enabled", true,
                "micronaut.metrics.export.prometheus.enabled", true,
                "endpoints.prometheus.sensitive", false));
        return TestServer.start("metrics", all.toArray());
    }

    @Test
    void countsRequestsByResultAndCause() {
        try (TestServer server = start()) {
            server.get("/measured/1");
            server.get("/measured/1");
            server.get("/measured/2");
            server.get("/measured/1", "Cache-Control: no-cache");
            server.get("/measured/1", "Cache-Control: no-store");
            server.get("/measured/1", "Authorization: Basic YTpi");
            server.get("/measured/7", "Cache-Control: only-if-cached");
            server.advance(Duration.ofSeconds(61));
            server.get("/measured/1");
            Eventually.get(() -> value(server, "http_cache_refreshes_total{" + ROUTE + "}"), count -> count == 1);
            assertThat(requests(server, "cause=\"none\",result=\"hit\"")).isEqualTo(1);
            assertThat(requests(server, "cause=\"none\",result=\"stale-hit\"")).isEqualTo(1);
            assertThat(requests(server, "cause=\"none\",result=\"rejected\"")).isEqualTo(1);
            assertThat(requests(server, "cause=\"miss\",result=\"miss\"")).isEqualTo(2);
            assertThat(requests(server, "cause=\"request\",result=\"miss\"")).isEqualTo(1);
            assertThat(requests(server, "cause=\"request-no-store\",result=\"bypass\""))
                    .isEqualTo(1);
            assertThat(requests(server, "cause=\"authorization\",result=\"bypass\""))
                    .isEqualTo(1);
            assertThat(value(server, "http_cache_stored_total{" + ROUTE + "}")).isEqualTo(4);
        }
    }

    @Test
    void countsNotStoredResponsesBytesAndHandlerRuns() {
        try (TestServer server = start()) {
            String labels = "route=\"Measured.personal\",uri=\"/measured/personal\"";
            server.get("/measured/personal");
            server.get("/measured/personal");
            server.get("/measured/1");
            server.get("/measured/1");
            server.get("/measured/1");
            server.head("/measured/1");
            assertThat(value(server, "http_cache_not_stored_total{cause=\"no-store\"," + labels + "}"))
                    .isEqualTo(2);
            int length = "page 1".length();
            assertThat(value(server, "http_cache_sent_bytes_total{" + ROUTE + ",source=\"cache\"}"))
                    .isEqualTo(2 * length);
            assertThat(value(server, "http_cache_sent_bytes_total{" + ROUTE + ",source=\"handler\"}"))
                    .isEqualTo(length);
            assertThat(value(server, "http_cache_handler_seconds_count{" + ROUTE + "}"))
                    .isEqualTo(1);
            assertThat(value(server, "http_cache_handler_seconds_sum{" + ROUTE + "}"))
                    .isPositive();
        }
    }

    @Test
    void countsInvalidationsByKindOriginAndEffect() {
        try (TestServer server = start("endpoints.httpcache.sensitive", false)) {
            server.send("PUT", "/measured/1");
            server.invalidateTags("page:1", "page:2");
            server.send("DELETE", "/httpcache?namespace=n&soft=true");
            assertThat(invalidations(server, "kind=\"path\",origin=\"request\",soft=\"false\""))
                    .isEqualTo(1);
            assertThat(invalidations(server, "kind=\"tag\",origin=\"api\",soft=\"false\""))
                    .isEqualTo(2);
            assertThat(invalidations(server, "kind=\"namespace\",origin=\"api\",soft=\"true\""))
                    .isEqualTo(1);
            assertThat(invalidations(server, "kind=\"all\",origin=\"api\",soft=\"false\""))
                    .isZero();
        }
    }

    @Test
    void describesTheMemoryStore() {
        try (TestServer server = start("http-cache.memory.maximum-size", "20KB")) {
            assertThat(value(server, "http_cache_entries{store=\"memory\"}")).isZero();
            server.get("/measured/1");
            assertThat(value(server, "http_cache_entries{store=\"memory\"}")).isEqualTo(1);
            assertThat(value(server, "http_cache_size_bytes{store=\"memory\"}")).isBetween(200.0, 2_000.0);
            assertThat(value(server, "http_cache_maximum_size_bytes{store=\"memory\"}"))
                    .isEqualTo(20 * 1024);
            assertThat(value(server, "http_cache_evictions_total{store=\"memory\"}"))
                    .isZero();
            for (int id = 10; id < 110; id++) {
                server.get("/measured/" + id);
            }
            assertThat(value(server, "http_cache_evictions_total{store=\"memory\"}"))
                    .isPositive();
            assertThat(value(server, "http_cache_waiting")).isZero();
            assertThat(value(server, "http_cache_refreshing")).isZero();
        }
    }

    @Test
    void describesARemoteStoreAndItsCopies() {
        List<Object> settings = new ArrayList<>(List.of(
                "http-cache.backend",
                "redis",
                "http-cache.backend-timeout",
                "10s",
                "http-cache.near.enabled",
                true,
                "http-cache.key-prefix",
                "metrics-" + UUID.randomUUID() + ':'));
        RedisServers.properties(RedisServers.shared()).forEach((name, value) -> settings.addAll(List.of(name, value)));
        try (TestServer server = start(settings.toArray())) {
            server.get("/measured/1");
            Eventually.get(() -> server.get("/measured/1").cacheStatus(), status -> status.endsWith("detail=near"));
            String store = "{store=\"redis\"}";
            assertThat(value(server, "http_cache_store_available" + store)).isEqualTo(1);
            assertThat(value(server, "http_cache_store_reads_seconds_count" + store))
                    .isPositive();
            assertThat(value(server, "http_cache_store_reads_seconds_sum" + store))
                    .isPositive();
            assertThat(value(server, "http_cache_store_writes_seconds_count" + store))
                    .isPositive();
            assertThat(value(server, "http_cache_store_lost_total{cause=\"failed\",store=\"redis\"}"))
                    .isZero();
            assertThat(value(server, "http_cache_invalidations_unconfirmed" + store))
                    .isZero();
            assertThat(value(server, "http_cache_near_usable" + store)).isEqualTo(1);
            assertThat(value(server, "http_cache_near_entries" + store)).isEqualTo(1);
            assertThat(value(server, "http_cache_near_hits_total{" + ROUTE + "}"))
                    .isPositive();
        }
    }

    @Test
    void labelsAreNeverValuesOfRequests() {
        try (TestServer server = start()) {
            server.get("/measured/1?x=" + UUID.randomUUID());
            server.get("/measured/2", "Cache-Control: no-store");
            assertThat(scrape(server).lines().filter(line -> line.startsWith("http_cache_")))
                    .isNotEmpty()
                    .noneMatch(line -> LABEL_OF_REQUEST.matcher(line).find());
        }
    }

    @Test
    void canBeSwitchedOff() {
        try (TestServer server = start("micronaut.metrics.binders.httpcached.enabled", false)) {
            assertThat(scrape(server)).contains("jvm_memory").doesNotContain("http_cache_");
        }
    }

    /** Micrometer then has a filter without a pattern, which cannot be created without a registry. */
    @Test
    void needsNoRegistry() {
        try (TestServer server = TestServer.start("metrics", "micronaut.metrics.enabled", false)) {
            assertThat(server.get("/measured/1").status()).isEqualTo(200);
            assertThat(server.get("/measured/1").isHit()).isTrue();
        }
    }

    private static double requests(TestServer server, String labels) {
        return value(server, "http_cache_requests_total{" + labels + "," + ROUTE + "}");
    }

    private static double invalidations(TestServer server, String labels) {
        return value(server, "http_cache_invalidations_total{" + labels + "}");
    }

    /** Returns the value of a series, whatever the order of its labels is. */
    private static double value(TestServer server, String series) {
        return scrape(server)
                .lines()
                .filter(line -> !line.startsWith("#")
                        && sorted(line.substring(0, line.lastIndexOf(' '))).equals(sorted(series)))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No series " + series + " in\n" + scrape(server)));
    }

    private static List<String> sorted(String series) {
        int brace = series.indexOf('{');
        if (brace < 0) {
            return List.of(series);
        }
        List<String> parts = new ArrayList<>();
        parts.add(series.substring(0, brace));
        Pattern.compile("\\w+=\"[^\"]*\"")
                .matcher(series.substring(brace))
                .results()
                .map(label -> label.group())
                .sorted()
                .forEach(parts::add);
        return parts;
    }

    private static String scrape(TestServer server) {
        WireResponse answer = server.get("/prometheus");
        assertThat(answer.status()).isEqualTo(200);
        return answer.text();
    }

    @Controller("/measured")
    @Requires(property = "scenario", value = "metrics")
    static class Measured {

        @Get("/{id}")
        @HttpCached(ttl = "1m", staleWhileRevalidate = "1m", tags = "page:{id}")
        String show(int id) {
            return "page " + id;
        }

        @Get("/personal")
        @HttpCached(ttl = "1m")
        HttpResponse<String> personal() {
            return HttpResponse.ok("mine").header("Cache-Control", "no-store");
        }

        @Put("/{id}")
        @Status(HttpStatus.NO_CONTENT)
        @SuppressWarnings("httpcached:missing-invalidation")
        void change(int id) {}
    }
}
