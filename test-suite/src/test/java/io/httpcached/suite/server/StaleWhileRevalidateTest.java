package io.httpcached.suite.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.annotation.HttpCached;
import io.httpcached.annotation.KeySource;
import io.httpcached.suite.wire.WireResponse;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

/** Tests that a stale response is served for a limited time during a background refresh (RFC 5861 §3). */
class StaleWhileRevalidateTest {

    private final TestServer server = TestServer.start("stale-while-revalidate");
    private final Refreshed refreshed = server.bean(Refreshed.class);
    private final Gate gate = refreshed.gate;

    @AfterEach
    void stop() {
        gate.open();
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/refreshed/on-the-loop",
                "/refreshed/blocking",
                "/refreshed/stage",
                "/refreshed/async-stage",
                "/refreshed/mono",
                "/refreshed/request-uri?q=a",
            })
    void servesStaleResponsesAtOnceAndRefreshesOnce(String target) throws Exception {
        assertThat(server.get(target).text()).isEqualTo("run 1");
        server.advance(Duration.ofSeconds(15));
        gate.close();
        for (int i = 0; i < 5; i++) {
            WireResponse stale = server.get(target);
            assertThat(stale.text()).isEqualTo("run 1");
            assertThat(stale.cacheStatus()).isEqualTo("hit; ttl=-5");
            assertThat(stale.header("Age")).isEqualTo("15");
        }
        gate.awaitRun();
        assertThat(server.get(target).text()).isEqualTo("run 1");
        gate.open();
        WireResponse fresh =
                Eventually.get(() -> server.get(target), answer -> answer.text().equals("run 2"));
        assertThat(fresh.cacheStatus()).isEqualTo("hit; ttl=10");
        assertThat(gate.runs()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"29, true", "30, false", "31, false"})
    void appliesOnlyWithinTheWindow(int age, boolean stale) {
        server.get("/refreshed/blocking");
        server.advance(Duration.ofSeconds(age));
        WireResponse answer = server.get("/refreshed/blocking");
        assertThat(answer.isHit()).isEqualTo(stale);
        assertThat(answer.text()).isEqualTo(stale ? "run 1" : "run 2");
        assertThat(answer.cacheStatus()).startsWith(stale ? "hit; ttl=-19" : "fwd=stale; fwd-status=200; stored");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"must-revalidate", "proxy-revalidate", "s-maxage=10", "no-cache", "stale-while-revalidate=0"})
    void responseDirectivesForbidStaleResponses(String directive) {
        refreshed.cacheControl = "max-age=10, " + directive;
        server.get("/refreshed/directed");
        server.advance(Duration.ofSeconds(15));
        WireResponse answer = server.get("/refreshed/directed");
        assertThat(answer.isHit()).isFalse();
        assertThat(answer.text()).isEqualTo("run 2");
    }

    @Test
    void windowOfTheHandlerTakesPrecedence() {
        refreshed.cacheControl = "max-age=10, stale-while-revalidate=3";
        server.get("/refreshed/directed");
        server.advance(Duration.ofSeconds(12));
        assertThat(server.get("/refreshed/directed").cacheStatus()).isEqualTo("hit; ttl=-2");
    }

    @Test
    void failedRefreshKeepsTheStaleResponse() {
        server.get("/refreshed/blocking");
        server.advance(Duration.ofSeconds(15));
        refreshed.failing = true;
        for (int attempt = 2; attempt < 5; attempt++) {
            int before = attempt;
            WireResponse stale =
                    Eventually.get(() -> server.get("/refreshed/blocking"), answer -> gate.runs() >= before);
            assertThat(stale.text()).isEqualTo("run 1");
            assertThat(stale.status()).isEqualTo(200);
        }
        refreshed.failing = false;
        Eventually.get(() -> server.get("/refreshed/blocking"), answer -> !answer.text()
                .equals("run 1"));
    }

    @Test
    void refreshPassesThroughServerFilters() {
        AtomicInteger requests = server.bean(Counter.class).requests;
        server.get("/refreshed/blocking");
        server.advance(Duration.ofSeconds(15));
        assertThat(requests).hasValue(1);
        server.get("/refreshed/blocking");
        Eventually.get(requests::get, count -> count == 3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/refreshed/blocking", "/refreshed/request-uri"})
    void headRequestRefreshesTheResponseToGet(String target) {
        server.get(target);
        server.advance(Duration.ofSeconds(15));
        assertThat(server.head(target).cacheStatus()).isEqualTo("hit; ttl=-5");
        Eventually.get(() -> server.head(target).cacheStatus(), "hit; ttl=10"::equals);
        assertThat(server.get(target).text()).isEqualTo("run 2");
        assertThat(gate.runs()).isEqualTo(2);
    }

    @Controller("/refreshed")
    @HttpCached(ttl = "10s", staleWhileRevalidate = "20s")
    @Requires(property = "scenario", value = "stale-while-revalidate")
    static class Refreshed {

        final Gate gate = new Gate();
        volatile boolean failing;
        volatile String cacheControl = "";

        private String run() {
            String run = "run " + gate.pass();
            if (failing) {
                throw new HttpStatusException(HttpStatus.SERVICE_UNAVAILABLE, "on purpose");
            }
            return run;
        }

        @Get("/on-the-loop")
        String onTheLoop() {
            return run();
        }

        @Get("/blocking")
        @ExecuteOn(TaskExecutors.BLOCKING)
        String blocking() {
            return run();
        }

        @Get("/stage")
        CompletionStage<String> stage() {
            return CompletableFuture.completedFuture(run());
        }

        @Get("/async-stage")
        CompletionStage<String> asyncStage() {
            return CompletableFuture.supplyAsync(this::run);
        }

        @Get("/mono")
        Mono<String> mono() {
            return Mono.fromSupplier(this::run);
        }

        @Get("/request-uri")
        @HttpCached(keySource = KeySource.REQUEST_URI)
        String requestUri(HttpRequest<?> request) {
            return run();
        }

        @Get("/directed")
        HttpResponse<String> directed() {
            return HttpResponse.ok(run()).header("Cache-Control", cacheControl);
        }
    }

    @ServerFilter("/refreshed/**")
    @Requires(property = "scenario", value = "stale-while-revalidate")
    static class Counter implements Ordered {

        final AtomicInteger requests = new AtomicInteger();

        @Override
        public int getOrder() {
            return Ordered.HIGHEST_PRECEDENCE;
        }

        @RequestFilter
        void count() {
            requests.incrementAndGet();
        }
    }
}
