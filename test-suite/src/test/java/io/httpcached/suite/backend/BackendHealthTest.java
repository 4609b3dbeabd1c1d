package io.httpcached.suite.backend;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.suite.server.Eventually;
import io.httpcached.suite.server.TestServer;
import io.httpcached.suite.wire.WireResponse;
import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tests the backend's part of {@code /health}. */
class BackendHealthTest {

    private final ServerProcess redis = ServerProcess.start(RedisServers.program());
    private final TestServer server = TestServer.start(
            VersionedPages.SCENARIO,
            "redis.uri",
            "redis://127.0.0.1:" + redis.port(),
            "http-cache.backend",
            "redis",
            "endpoints.health.enabled",
            true,
            "endpoints.health.details-visible",
            "ANONYMOUS",
            // micronaut-redis has its own indicator, which reports an application as down without Redis.
            "redis.health.enabled",
            false);

    private record Health(int httpStatus, String status, boolean available, boolean hasFailed) {}

    @AfterEach
    void stop() {
        server.close();
        redis.close();
    }

    @Test
    void unavailableBackendIsUnknownAndLeavesTheNodeUp() {
        Eventually.get(() -> server.get("/versioned/1"), WireResponse::isHit);
        assertThat(health()).satisfies(health -> {
            assertThat(health.httpStatus).isEqualTo(200);
            assertThat(health.status).isEqualTo("UP");
            assertThat(health.available).isTrue();
        });
        redis.kill();
        Health away = Eventually.get(
                () -> {
                    server.get("/versioned/1");
                    return health();
                },
                health -> !health.available);
        assertThat(away).isEqualTo(new Health(200, "UNKNOWN", false, true));
        redis.restart();
        Health back = Eventually.get(
                () -> {
                    server.get("/versioned/1");
                    return health();
                },
                Health::available);
        assertThat(back).isEqualTo(new Health(200, "UP", true, true));
    }

    private Health health() {
        WireResponse answer = server.get("/health");
        Map<?, ?> indicator = in(in(json(answer), "details"), "http-cache");
        Map<?, ?> backend = in(in(indicator, "details"), "redis");
        return new Health(
                answer.status(),
                String.valueOf(indicator.get("status")),
                Boolean.TRUE.equals(backend.get("available")),
                backend.containsKey("lastFailure"));
    }

    private Map<String, Object> json(WireResponse answer) {
        try {
            return server.bean(JsonMapper.class).readValue(answer.body(), Argument.mapOf(String.class, Object.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<?, ?> in(Map<?, ?> outer, String name) {
        if (outer.get(name) instanceof Map<?, ?> inner) {
            return inner;
        }
        throw new AssertionError("There is no " + name + " in " + outer);
    }
}
