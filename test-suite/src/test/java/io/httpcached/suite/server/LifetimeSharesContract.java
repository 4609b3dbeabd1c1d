package io.httpcached.suite.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.annotation.HttpCached;
import io.httpcached.server.store.CacheRandom;
import io.httpcached.suite.wire.WireResponse;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

/** Lifetimes that a jitter shortens, and entries that hits refresh before their lifetime ends. */
abstract class LifetimeSharesContract {

    private final TestServer server = start(
            "endpoints.httpcache.sensitive",
            false,
            "http-cache.policies.calm.jitter",
            "0%",
            "http-cache.policies.calm.refresh-ahead",
            "30s",
            "http-cache.refresh-ahead",
            "10s",
            "http-cache.jitter",
            "5s");
    private final Shares shares = server.bean(Shares.class);

    abstract TestServer start(Object... settings);

    @AfterEach
    void stop() {
        shares.gate.open();
        server.close();
    }

    @Test
    void entriesMadeAtOnceEndAtDifferentMoments() {
        List<String> lifetimes = IntStream.range(0, 11)
                .mapToObj(id -> server.get("/shares/jitter/" + id).header("Cache-Control"))
                .toList();
        assertThat(lifetimes)
                .isEqualTo(IntStream.rangeClosed(90, 100)
                        .mapToObj(seconds -> "max-age=" + (190 - seconds))
                        .toList());
        awaitHits("/shares/jitter/", 11);
        server.advance(Duration.ofSeconds(95));
        List<Integer> hits = IntStream.range(0, 11)
                .filter(id -> server.get("/shares/jitter/" + id).isHit())
                .boxed()
                .toList();
        assertThat(hits).containsExactly(0, 1, 2, 3, 4);
    }

    /** The client is told the remaining life of the entry, whichever request it makes. */
    @Test
    void clientsAreToldTheLifetimeOfTheEntry() {
        server.get("/shares/jitter/0");
        server.get("/shares/jitter/1");
        awaitHits("/shares/jitter/", 2);
        server.advance(Duration.ofSeconds(30));
        WireResponse hit = server.get("/shares/jitter/1");
        assertThat(hit.header("Cache-Control")).isEqualTo("max-age=99");
        assertThat(hit.header("Age")).isEqualTo("30");
        assertThat(hit.cacheStatus()).isEqualTo("hit; ttl=69");
    }

    @Test
    void lifetimeOfTheHandlerIsNotShortened() {
        server.get("/shares/jitter/0");
        WireResponse answer = server.get("/shares/directed");
        assertThat(answer.cacheStatus()).endsWith("ttl=50");
    }

    @ParameterizedTest
    @ValueSource(strings = {"on-the-loop", "blocking", "mono"})
    void hitNearTheEndIsAnsweredAtOnceAndRefreshesOnce(String kind) throws Exception {
        String target = "/shares/" + kind;
        assertThat(server.get(target).text()).isEqualTo("run 1");
        Eventually.get(() -> server.get(target), WireResponse::isHit);
        server.advance(Duration.ofSeconds(79));
        assertThat(server.get(target).cacheStatus()).isEqualTo("hit; ttl=21");
        server.advance(Duration.ofSeconds(1));
        shares.gate.close();
        List<CompletableFuture<WireResponse>> hits = IntStream.range(0, 20)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> server.get(target)))
                .toList();
        for (CompletableFuture<WireResponse> each : hits) {
            WireResponse hit = each.get();
            assertThat(hit.text()).isEqualTo("run 1");
            assertThat(hit.cacheStatus()).isEqualTo("hit; ttl=20");
            assertThat(hit.header("Age")).isEqualTo("80");
        }
        shares.gate.awaitRun();
        shares.gate.open();
        WireResponse fresh =
                Eventually.get(() -> server.get(target), answer -> answer.text().equals("run 2"));
        assertThat(fresh.cacheStatus()).isEqualTo("hit; ttl=100");
        assertThat(shares.gate.runs()).isEqualTo(2);
    }

    @Test
    void hitsOutsideOfTheShareRefreshNothing() {
        server.get("/shares/on-the-loop");
        Eventually.get(() -> server.get("/shares/on-the-loop"), WireResponse::isHit);
        server.advance(Duration.ofSeconds(79));
        for (int i = 0; i < 20; i++) {
            assertThat(server.get("/shares/on-the-loop").isHit()).isTrue();
        }
        assertThat(server.get("/httpcache").text()).doesNotContain("\"refreshes\":1");
        assertThat(shares.gate.runs()).isEqualTo(1);
    }

    @Test
    void failedRefreshLeavesTheEntryForTheRestOfItsLifetime() {
        server.get("/shares/blocking");
        Eventually.get(() -> server.get("/shares/blocking"), WireResponse::isHit);
        server.advance(Duration.ofSeconds(85));
        shares.failing = true;
        Eventually.get(
                () -> {
                    assertThat(server.get("/shares/blocking").text()).isEqualTo("run 1");
                    return shares.gate.runs();
                },
                runs -> runs >= 3);
        shares.failing = false;
        Eventually.get(
                () -> server.get("/shares/blocking"), answer -> !answer.text().equals("run 1"));
    }

    @ParameterizedTest
    @CsvSource({
        "/shares/jitter/1, '{\"ttl\":\"100s\",\"jitter\":\"10%\"}'",
        "/shares/blocking, '{\"ttl\":\"100s\",\"refreshAhead\":\"20%\"}'",
        "/shares/by-policy, '{\"ttl\":\"100s\",\"refreshAhead\":\"30s\"}'",
        "/shares/by-default, '{\"ttl\":\"100s\",\"jitter\":\"5s\",\"refreshAhead\":\"10s\"}'",
    })
    void explanationShowsTheSharesOfTheRoute(String target, String lifetimes) {
        assertThat(server.get("/httpcache/explain?uri=" + target).text()).contains("\"lifetimes\":" + lifetimes);
        assertThat(server.get("/httpcache").text()).contains("\"lifetimes\":" + lifetimes);
    }

    @Test
    void explanationSaysThatAHitRefreshesTheEntry() {
        server.get("/shares/blocking");
        Eventually.get(() -> server.get("/shares/blocking"), WireResponse::isHit);
        server.advance(Duration.ofSeconds(80));
        assertThat(server.get("/httpcache/explain?uri=/shares/blocking").text())
                .contains("\"decision\":\"hit\"")
                .contains(
                        "\"reason\":\"the stored response is fresh, and is refreshed because its lifetime ends soon\"");
        assertThat(shares.gate.runs()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"/shares/by-policy, 69, 71", "/shares/by-default, 88, 90"})
    void policiesAndConfigurationApply(String target, int before, int within) {
        shares.failing = false;
        server.get("/shares/jitter/0");
        server.get(target);
        Eventually.get(() -> server.get(target), WireResponse::isHit);
        server.advance(Duration.ofSeconds(before));
        assertThat(server.get(target).isHit()).isTrue();
        assertThat(shares.gate.runs()).isEqualTo(1);
        server.advance(Duration.ofSeconds(within - before));
        assertThat(server.get(target).isHit()).isTrue();
        Eventually.get(shares.gate::runs, runs -> runs == 2);
    }

    private void awaitHits(String prefix, int count) {
        for (int id = 0; id < count; id++) {
            String target = prefix + id;
            Eventually.get(() -> server.get(target), WireResponse::isHit);
        }
    }

    @Controller("/shares")
    @Requires(property = "scenario", value = "lifetime-shares")
    static class Shares {

        final Gate gate = new Gate();
        private final AtomicInteger pages = new AtomicInteger();
        volatile boolean failing;

        @Get("/jitter/{id}")
        @HttpCached(ttl = "100s", jitter = "10%", refreshAhead = "0%")
        String jitter(long id) {
            return "page " + id + ", run " + pages.incrementAndGet();
        }

        @Get("/directed")
        @HttpCached(ttl = "100s", jitter = "10%", refreshAhead = "0%")
        HttpResponse<String> directed() {
            return HttpResponse.ok("directed").header("Cache-Control", "max-age=50");
        }

        @Get("/on-the-loop")
        @HttpCached(ttl = "100s", jitter = "0s", refreshAhead = "20%")
        String onTheLoop() {
            return run();
        }

        @Get("/blocking")
        @HttpCached(ttl = "100s", jitter = "0s", refreshAhead = "20%")
        @ExecuteOn(TaskExecutors.BLOCKING)
        String blocking() {
            return run();
        }

        @Get("/mono")
        @HttpCached(ttl = "100s", jitter = "0s", refreshAhead = "20%")
        @ExecuteOn(TaskExecutors.BLOCKING)
        Mono<String> mono() {
            return Mono.fromSupplier(this::run);
        }

        @Get("/by-policy")
        @HttpCached(ttl = "100s", policy = "calm")
        String byPolicy() {
            return run();
        }

        @Get("/by-default")
        @HttpCached(ttl = "100s")
        String byDefault() {
            return run();
        }

        private String run() {
            String run = "run " + gate.pass();
            if (failing) {
                throw new HttpStatusException(HttpStatus.SERVICE_UNAVAILABLE, "on purpose");
            }
            return run;
        }
    }

    /** Counts 0, 1, 2 and so on, so that each number below the bound is drawn. */
    @Factory
    @Requires(property = "scenario", value = "lifetime-shares")
    static class Randomness {

        private final AtomicLong next = new AtomicLong();

        @Singleton
        CacheRandom counting() {
            return new CacheRandom(bound -> next.getAndIncrement() % bound);
        }
    }
}
