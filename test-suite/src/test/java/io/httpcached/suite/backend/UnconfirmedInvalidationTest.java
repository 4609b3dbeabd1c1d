package io.httpcached.suite.backend;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.annotation.HttpCacheInvalidate;
import io.httpcached.annotation.HttpCached;
import io.httpcached.suite.server.Eventually;
import io.httpcached.suite.server.TestServer;
import io.httpcached.suite.wire.WireResponse;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests requests whose invalidations the backend does not confirm. */
class UnconfirmedInvalidationTest {

    private static final long BACKEND_TIMEOUT_MILLIS = 200;

    private final ServerProcess redis = ServerProcess.start(RedisServers.program());
    private final Relay network = Relay.to(redis.server());
    private TestServer server = start("ignore");

    @AfterEach
    void stop() {
        network.close();
        server.close();
        redis.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"HANG", "REFUSE"})
    void ignoreKeepsTheResponseAndLogsTheFailure(Fault fault) {
        try (LogCapture log = new LogCapture()) {
            warmUp();
            network.begin(fault);
            assertThat(post("/stock/change").status()).isEqualTo(200);
            assertThat(log.backendLines())
                    .anyMatch(
                            line -> line.contains(
                                    "Backend redis did not confirm the invalidation of 2 tags. Until it does, other nodes may"));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"HANG", "REFUSE"})
    void failAnswersWith503(Fault fault) {
        restart("fail");
        warmUp();
        network.begin(fault);
        WireResponse answer = post("/stock/change");
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.text())
                .contains("The request succeeded, but the cache may serve responses with the old state");
        assertThat(server.bean(Stock.class).changes.get()).isEqualTo(1);
    }

    /** Each error counts the tags that are unconfirmed at that time: those of the first outage are confirmed in the second. */
    @Test
    void eachOutageIsLogged() {
        try (LogCapture log = new LogCapture()) {
            for (int outage = 1; outage <= 2; outage++) {
                warmUp();
                network.begin(Fault.REFUSE);
                post("/stock/change");
                network.end();
                Eventually.get(() -> server.get("/stock/1"), WireResponse::isHit);
                int recoveries = outage;
                Eventually.get(
                        log::backendLines,
                        lines -> lines.stream()
                                        .filter(each -> each.contains("answers again"))
                                        .count()
                                == recoveries);
            }
            assertThat(log.backendLines())
                    .filteredOn(line -> line.contains("did not confirm"))
                    .hasSize(2)
                    .allMatch(line -> line.contains("the invalidation of 2 tags."));
            assertThat(log.backendLines())
                    .filteredOn(line -> line.contains(" fails: "))
                    .hasSizeGreaterThanOrEqualTo(2);
        }
    }

    @Test
    void failAnswersWith503IfOnlyThePathIsInvalidated() {
        restart("fail");
        warmUp();
        network.begin(Fault.REFUSE);
        assertThat(server.send("PUT", "/stock/1", "Content-Length: 0").status()).isEqualTo(503);
    }

    @Test
    void failDoesNotAffectRequestsWithoutCachedPaths() {
        restart("fail");
        warmUp();
        network.begin(Fault.REFUSE);
        assertThat(post("/login").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ignore", "fail"})
    void invalidationCompletesWhenTheBackendRecovers(String onFailure) {
        restart(onFailure);
        warmUp();
        String before = server.get("/stock/1").text();
        network.begin(Fault.REFUSE);
        post("/stock/change");
        network.end();
        Eventually.get(() -> server.get("/stock/1"), WireResponse::isHit);
        assertThat(server.get("/stock/1").text()).isNotEqualTo(before);
    }

    private void restart(String onFailure) {
        server.close();
        server = start(onFailure);
    }

    private TestServer start(String onFailure) {
        return TestServer.start(
                "unconfirmed-invalidation",
                "redis.uri",
                "redis://127.0.0.1:" + network.port(),
                "http-cache.backend",
                "redis",
                "http-cache.backend-timeout",
                BACKEND_TIMEOUT_MILLIS + "ms",
                "http-cache.invalidation.on-failure",
                onFailure);
    }

    private void warmUp() {
        Eventually.get(() -> server.get("/stock/1"), WireResponse::isHit);
    }

    private WireResponse post(String target) {
        return server.send("POST", target, "Content-Length: 0");
    }

    @Controller("/stock")
    @Requires(property = "scenario", value = "unconfirmed-invalidation")
    static class Stock {

        private final AtomicInteger runs = new AtomicInteger();
        final AtomicInteger changes = new AtomicInteger();

        @Get("/{id}")
        @HttpCached(ttl = "1h", tags = "stock")
        String show(int id) {
            return "run " + runs.incrementAndGet();
        }

        @Put("/{id}")
        @SuppressWarnings("httpcached:missing-invalidation")
        String put(int id) {
            return "changed";
        }

        @Post("/change")
        @HttpCacheInvalidate(tags = "stock")
        int change() {
            return changes.incrementAndGet();
        }
    }

    @Controller("/login")
    @Requires(property = "scenario", value = "unconfirmed-invalidation")
    static class Login {

        @Post
        String login() {
            return "welcome";
        }
    }
}
