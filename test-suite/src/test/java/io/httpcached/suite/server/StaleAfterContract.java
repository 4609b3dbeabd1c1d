package io.httpcached.suite.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.annotation.HttpCached;
import io.httpcached.suite.wire.WireResponse;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that a stale response answers because the handler takes long. */
abstract class StaleAfterContract {

    private final TestServer server = start(
            "endpoints.httpcache.sensitive",
            false,
            "http-cache.collapse-timeout",
            "1m",
            "http-cache.stale-after",
            "30ms",
            "http-cache.policies.slow.stale-after",
            "20ms",
            "http-cache.policies.slow.stale-if-error",
            "1h");
    private final Slow slow = server.bean(Slow.class);

    abstract TestServer start(Object... settings);

    @AfterEach
    void stop() {
        slow.gate.open();
        server.close();
    }

    private void storeAndAge(String target, Duration age) {
        assertThat(server.get(target).text()).isEqualTo("run 1");
        Eventually.get(() -> server.get(target), WireResponse::isHit);
        server.advance(age);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/slow/blocking", "/slow/stage", "/slow/by-policy", "/slow/by-default"})
    void staleResponseAnswersWhileTheHandlerGoesOn(String target) throws Exception {
        storeAndAge(target, Duration.ofSeconds(15));
        slow.gate.close();
        WireResponse stale = server.get(target);
        assertThat(stale.text()).isEqualTo("run 1");
        assertThat(stale.header("Age")).isEqualTo("15");
        assertThat(stale.cacheStatus()).isEqualTo("fwd=stale; ttl=-5; detail=stale-after");
        slow.gate.awaitRun();
        slow.gate.open();
        // A request that may run the handler could do so if it looked up just before the response was stored.
        WireResponse fresh =
                Eventually.get(() -> server.get(target, "Cache-Control: only-if-cached"), WireResponse::isHit);
        assertThat(fresh.text()).isEqualTo("run 2");
        assertThat(fresh.cacheStatus()).isEqualTo("hit; ttl=10");
        assertThat(slow.gate.runs()).isEqualTo(2);
    }

    @Test
    void requestsThatWaitForTheRunOfAnotherReceiveTheStaleResponseToo() throws Exception {
        storeAndAge("/slow/blocking", Duration.ofSeconds(15));
        slow.gate.close();
        List<CompletableFuture<WireResponse>> waiting = IntStream.range(0, 12)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> server.get("/slow/blocking")))
                .toList();
        for (CompletableFuture<WireResponse> each : waiting) {
            assertThat(each.get().text()).isEqualTo("run 1");
            assertThat(each.get().cacheStatus()).endsWith("detail=stale-after");
        }
        slow.gate.awaitRun();
        assertThat(slow.gate.runs()).isEqualTo(2);
    }

    @Test
    void fastHandlerAnswersItself() {
        storeAndAge("/slow/patient", Duration.ofSeconds(15));
        WireResponse answer = server.get("/slow/patient");
        assertThat(answer.text()).isEqualTo("run 2");
        assertThat(answer.cacheStatus()).startsWith("fwd=stale; fwd-status=200; stored");
    }

    @Test
    void withinStaleWhileRevalidateNoRequestWaits() throws Exception {
        storeAndAge("/slow/revalidated", Duration.ofSeconds(15));
        slow.gate.close();
        assertThat(server.get("/slow/revalidated").cacheStatus()).isEqualTo("hit; ttl=-5");
        slow.gate.awaitRun();
        server.advance(Duration.ofSeconds(10));
        assertThat(server.get("/slow/revalidated").cacheStatus()).isEqualTo("fwd=stale; ttl=-15; detail=stale-after");
        assertThat(slow.gate.runs()).isEqualTo(2);
    }

    /** The answer is that of the handler, although it takes longer than the soft time-out. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "max-age=10, stale-if-error=60, must-revalidate | X-Any: 1",
                "max-age=10, stale-if-error=0 | X-Any: 1",
                "max-age=10, stale-if-error=60 | Cache-Control: max-age=60",
                "max-age=10, stale-if-error=60 | Cache-Control: no-cache",
                "max-age=10 | Cache-Control: stale-if-error=60",
            })
    void requestWaitsWhereNoStaleResponseMayBeServed(String ofResponse, String ofRequest) throws Exception {
        slow.cacheControl = ofResponse;
        server.get("/slow/directed");
        Eventually.get(() -> server.get("/slow/directed"), WireResponse::isHit);
        server.get("/slow/blocking");
        Eventually.get(() -> server.get("/slow/blocking"), WireResponse::isHit);
        server.advance(Duration.ofSeconds(15));
        slow.gate.close();
        CompletableFuture<WireResponse> waiting =
                CompletableFuture.supplyAsync(() -> server.get("/slow/directed", ofRequest));
        slow.gate.awaitRun();
        // A later request whose soft time-out is as long.
        assertThat(server.get("/slow/blocking").cacheStatus()).endsWith("detail=stale-after");
        assertThat(waiting).isNotDone();
        slow.gate.open();
        assertThat(waiting.get().text()).isEqualTo("run 3");
    }

    @ParameterizedTest
    @CsvSource({"/slow/blocking, 10ms", "/slow/by-policy, 20ms", "/slow/by-default, 30ms"})
    void explanationShowsTheSoftTimeout(String target, String time) {
        assertThat(server.get("/httpcache/explain?uri=" + target).text()).contains("\"staleAfter\":\"" + time + "\"");
        assertThat(server.get("/httpcache").text()).contains("\"staleAfter\":\"" + time + "\"");
    }

    @Controller("/slow")
    @Requires(property = "scenario", value = "stale-after")
    static class Slow {

        final Gate gate = new Gate();
        volatile String cacheControl = "";

        private String run() {
            return "run " + gate.pass();
        }

        @Get("/blocking")
        @HttpCached(ttl = "10s", staleIfError = "1h", staleAfter = "10ms")
        @ExecuteOn(TaskExecutors.BLOCKING)
        String blocking() {
            return run();
        }

        @Get("/stage")
        @HttpCached(ttl = "10s", staleIfError = "1h", staleAfter = "10ms")
        CompletionStage<String> stage() {
            return CompletableFuture.supplyAsync(this::run);
        }

        @Get("/patient")
        @HttpCached(ttl = "10s", staleIfError = "1h", staleAfter = "1h")
        String patient() {
            return run();
        }

        @Get("/by-policy")
        @HttpCached(ttl = "10s", policy = "slow")
        @ExecuteOn(TaskExecutors.BLOCKING)
        String byPolicy() {
            return run();
        }

        @Get("/by-default")
        @HttpCached(ttl = "10s", staleIfError = "1h")
        @ExecuteOn(TaskExecutors.BLOCKING)
        String byDefault() {
            return run();
        }

        @Get("/revalidated")
        @HttpCached(ttl = "10s", staleWhileRevalidate = "10s", staleIfError = "1h", staleAfter = "10ms")
        @ExecuteOn(TaskExecutors.BLOCKING)
        String revalidated() {
            return run();
        }

        @Get("/directed")
        @HttpCached(staleAfter = "10ms")
        @SuppressWarnings("httpcached:ineffective-stale-after") // the responses say stale-if-error themselves
        @ExecuteOn(TaskExecutors.BLOCKING)
        HttpResponse<String> directed() {
            return HttpResponse.ok(run()).header("Cache-Control", cacheControl);
        }
    }
}
