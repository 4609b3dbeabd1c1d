package io.httpcached.suite.backend;

import static io.httpcached.suite.backend.StartupFailures.assertStartupFails;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import io.httpcached.engine.near.NearStatistics;
import io.httpcached.server.report.CacheReport;
import io.httpcached.suite.server.Eventually;
import io.httpcached.suite.server.TestServer;
import io.httpcached.suite.wire.WireResponse;
import io.lettuce.core.AclSetuserArgs;
import io.lettuce.core.protocol.CommandType;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Tests near copies of stores that report no changes, and settings without effect. */
class NearSettingsTest {

    @Test
    void strictModeOfAStoreThatReportsNoChangesFailsStartup() {
        assertStartupFails(
                Map.of(
                        "http-cache.backend",
                        "pages",
                        "micronaut.caches.pages.maximum-size",
                        1_000,
                        "http-cache.near.strict",
                        true),
                "http-cache.near.strict",
                "'pages'",
                "does not report changes");
    }

    @Test
    void strictModeWithReadsFromReplicasFailsStartup() {
        assertStartupFails(
                Map.of(
                        "http-cache.backend",
                        "redis",
                        "redis.uri",
                        "redis://127.0.0.1:1",
                        "http-cache.redis.read-from",
                        "replica-preferred",
                        "http-cache.near.strict",
                        true),
                "http-cache.near.strict",
                "does not report changes",
                "without http-cache.redis.read-from");
    }

    @Test
    void aLagThatIsTooShortOrTooLongFailsStartup() {
        for (String lag : List.of("99ms", "61m", "soon")) {
            assertStartupFails(Map.of("http-cache.near.maximum-lag", lag), "http-cache.near.maximum-lag", lag);
        }
    }

    @Test
    void strictModeWithALagThatNoClientWaitsForFailsStartup() {
        assertStartupFails(
                Map.of(
                        "http-cache.backend",
                        "redis",
                        "redis.uri",
                        "redis://127.0.0.1:1",
                        "http-cache.near.maximum-lag",
                        "11s",
                        "http-cache.near.strict",
                        true),
                "http-cache.near.maximum-lag must be at most 10s",
                "http-cache.near.strict");
    }

    @Test
    void copiesOfTheMemoryStoreAreAWarning() {
        try (LogCapture log = new LogCapture("io.httpcached", Level.WARN);
                TestServer server = TestServer.start(NearPages.SCENARIO, "http-cache.near.enabled", true)) {
            server.get("/near/1");
            assertThat(Eventually.get(() -> server.get("/near/1"), WireResponse::isHit)
                            .cacheStatus())
                    .doesNotContain("near");
            assertThat(log.lines()).anyMatch(line -> line.startsWith("WARN http-cache.near.enabled has no effect"));
        }
    }

    @Test
    void copiesOfAStoreThatReportsNoChangesEndWithTheirTtl() {
        try (TestServer server = TestServer.start(
                NearPages.SCENARIO,
                "http-cache.backend",
                "pages",
                "micronaut.caches.pages.maximum-size",
                1_000,
                "http-cache.near.enabled",
                true,
                "http-cache.near.ttl",
                "200ms")) {
            Eventually.get(() -> server.get("/near/2").cacheStatus(), status -> status.endsWith("; detail=near"));
            Eventually.get(() -> server.get("/near/2").cacheStatus(), status -> status.matches("hit; ttl=\\d+"));
        }
    }

    @Test
    void theEndpointSaysWhyRedisDoesNotReportChanges() {
        try (ServerProcess redis = ServerProcess.start(RedisServers.program())) {
            RedisServers.tell(
                    redis.server(),
                    commands -> commands.aclSetuser(
                            "limited",
                            AclSetuserArgs.Builder.on()
                                    .addPassword("secret")
                                    .allKeys()
                                    .allChannels()
                                    .allCommands()
                                    .removeCommand(CommandType.CLIENT)));
            try (TestServer server = TestServer.start(
                    NearPages.SCENARIO,
                    "http-cache.backend",
                    "redis",
                    "redis.uri",
                    "redis://limited:secret@127.0.0.1:" + redis.port(),
                    "http-cache.near.enabled",
                    true)) {
                Eventually.get(() -> server.get("/near/4"), WireResponse::isHit);
                NearStatistics copies = Eventually.get(
                        () -> Objects.requireNonNull(
                                server.bean(CacheReport.class).copies().get("redis")),
                        state -> String.valueOf(state.unusableReason()).contains("NOPERM"));
                assertThat(copies.usable()).isFalse();
                assertThat(copies.unusableReason()).contains("client");
                assertThat(server.get("/near/4").cacheStatus()).matches("hit; ttl=\\d+");
            }
        }
    }

    @Test
    void aRouteCanAskForCopies() {
        try (ServerProcess redis = ServerProcess.start(RedisServers.program());
                TestServer server = TestServer.start(
                        NearPages.SCENARIO,
                        "http-cache.backend",
                        "redis",
                        "redis.uri",
                        "redis://127.0.0.1:" + redis.port(),
                        "kept-policy",
                        "kept",
                        "http-cache.policies.kept.near",
                        true)) {
            Eventually.get(() -> server.get("/near/kept/3").cacheStatus(), status -> status.endsWith("; detail=near"));
            Eventually.get(() -> server.get("/near/3"), WireResponse::isHit);
            assertThat(server.get("/near/3").cacheStatus()).doesNotContain("near");
        }
    }
}
