package io.httpcached.suite.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.annotation.HttpCached;
import io.httpcached.annotation.KeySource;
import io.httpcached.suite.wire.WireResponse;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.server.cors.CrossOrigin;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that CORS fields are computed for each request and never replayed from a response to another origin. */
class CorsTest {

    private static final String ALLOWED = "Access-Control-Allow-Origin";

    private final TestServer server = TestServer.start(
            "cors",
            "micronaut.server.cors.enabled",
            true,
            "micronaut.server.cors.configurations.web.allowed-origins",
            List.of("https://a.example", "https://b.example"));

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/shared/configured", "/shared/request-uri", "/shared/annotated", "/shared/stale"})
    void eachOriginReceivesItsOwnCorsFields(String target) {
        WireResponse stored = server.get(target, "Origin: https://a.example");
        assertThat(stored.cacheStatus()).contains("stored");
        assertThat(stored.header(ALLOWED)).isEqualTo("https://a.example");
        if (target.endsWith("stale")) {
            server.advance(Duration.ofMinutes(2));
        }

        WireResponse other = server.get(target, "Origin: https://b.example");
        assertThat(other.isHit()).isTrue();
        assertThat(other.header(ALLOWED)).isEqualTo("https://b.example");
        assertThat(other.header("Vary")).contains("Origin");

        WireResponse none = server.get(target);
        assertThat(none.isHit()).isTrue();
        assertThat(none.header(ALLOWED)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/shared/configured", "/shared/annotated"})
    void forbiddenOriginCannotReadStoredResponses(String target) {
        server.get(target);
        WireResponse rejected = server.get(target, "Origin: https://evil.example");
        assertThat(rejected.status()).isEqualTo(403);
        assertThat(rejected.text()).doesNotContain("shown");
        assertThat(server.get(target).isHit()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/shared/configured", "/shared/annotated"})
    void returns304WithCorsFieldsForEachOrigin(String target) {
        WireResponse stored = server.get(target, "Origin: https://a.example");
        WireResponse unchanged =
                server.get(target, "Origin: https://b.example", "If-None-Match: " + stored.header("ETag"));
        assertThat(unchanged.status()).isEqualTo(304);
        assertThat(unchanged.header(ALLOWED)).isEqualTo("https://b.example");
    }

    @Controller("/shared")
    @HttpCached(ttl = "1m")
    @Requires(property = "scenario", value = "cors")
    static class Shared {

        @Get("/configured")
        String configured() {
            return "shown";
        }

        @Get("/request-uri")
        @HttpCached(keySource = KeySource.REQUEST_URI)
        String requestUri(HttpRequest<?> request) {
            return "shown " + request.getPath();
        }

        @Get("/annotated")
        @CrossOrigin({"https://a.example", "https://b.example"})
        String annotated() {
            return "shown";
        }

        @Get("/stale")
        @HttpCached(staleWhileRevalidate = "1h")
        String stale() {
            return "shown";
        }
    }
}
