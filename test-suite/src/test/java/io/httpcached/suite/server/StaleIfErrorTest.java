package io.httpcached.suite.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.annotation.HttpCached;
import io.httpcached.suite.wire.WireResponse;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

/** Tests that a stale response is served for a limited time if the handler fails (RFC 5861 §4). */
class StaleIfErrorTest {

    private final TestServer server = TestServer.start("stale-if-error", "http-cache.collapse-timeout", "200ms");
    private final Failing handler = server.bean(Failing.class);

    @AfterEach
    void stop() {
        handler.gate.open();
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/failing/throwing",
                "/failing/blocking",
                "/failing/stage",
                "/failing/mono",
            })
    void servesStaleResponseIfTheHandlerThrows(String target) {
        server.get(target);
        handler.status = 503;
        server.advance(Duration.ofSeconds(15));
        assertStaleResponse(server.get(target));
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504})
    void servesStaleResponseForAServerError(int status) {
        server.get("/failing/answering");
        handler.status = status;
        server.advance(Duration.ofSeconds(15));
        WireResponse answer = server.get("/failing/answering");
        assertStaleResponse(answer);
        assertThat(answer.cacheStatus()).contains("fwd-status=" + status);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 410, 501})
    void passesOnOtherStatuses(int status) {
        server.get("/failing/answering");
        handler.status = status;
        server.advance(Duration.ofSeconds(15));
        WireResponse answer = server.get("/failing/answering");
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.cacheStatus()).startsWith("fwd=stale");
    }

    @Test
    void servesStaleResponseIfTheHandlerIsTooSlow() {
        server.get("/failing/blocking");
        handler.gate.close();
        server.advance(Duration.ofSeconds(15));
        assertStaleResponse(server.get("/failing/blocking"));
    }

    @Test
    void servesNewResponseAfterRecovery() {
        server.get("/failing/throwing");
        server.advance(Duration.ofSeconds(15));
        WireResponse answer = server.get("/failing/throwing");
        assertThat(answer.text()).isEqualTo("run 2");
        assertThat(answer.cacheStatus()).startsWith("fwd=stale").contains("stored");
        assertThat(server.get("/failing/throwing").isHit()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"29, 200", "30, 503", "31, 503"})
    void appliesOnlyWithinTheWindow(int age, int status) {
        server.get("/failing/throwing");
        handler.status = 503;
        server.advance(Duration.ofSeconds(age));
        assertThat(server.get("/failing/throwing").status()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"must-revalidate", "proxy-revalidate", "s-maxage=10", "no-cache", "stale-if-error=0"})
    void responseDirectivesForbidStaleResponses(String directive) {
        handler.cacheControl = "max-age=10, " + directive;
        server.get("/failing/directed");
        handler.status = 503;
        server.advance(Duration.ofSeconds(15));
        assertThat(server.get("/failing/directed").status()).isEqualTo(503);
    }

    @Test
    void errorKeepsTheEntry() {
        server.get("/failing/throwing");
        handler.status = 503;
        server.advance(Duration.ofSeconds(15));
        assertStaleResponse(server.get("/failing/throwing"));
        assertStaleResponse(server.get("/failing/throwing"));
    }

    private static void assertStaleResponse(WireResponse answer) {
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("run 1");
        assertThat(answer.header("Age")).isEqualTo("15");
        assertThat(answer.cacheStatus())
                .startsWith("fwd=stale")
                .contains("ttl=-5")
                .contains("detail=stale-if-error");
    }

    @Controller("/failing")
    @HttpCached(ttl = "10s", staleIfError = "20s")
    @Requires(property = "scenario", value = "stale-if-error")
    static class Failing {

        final Gate gate = new Gate();
        volatile int status = 200;
        volatile String cacheControl = "";

        private String run() {
            String run = "run " + gate.pass();
            if (status != 200) {
                throw new HttpStatusException(HttpStatus.valueOf(status), "on purpose");
            }
            return run;
        }

        @Get("/throwing")
        String throwing() {
            return run();
        }

        @Get("/blocking")
        @ExecuteOn(TaskExecutors.BLOCKING)
        String blocking() {
            return run();
        }

        @Get("/stage")
        CompletionStage<String> stage() {
            return CompletableFuture.supplyAsync(this::run);
        }

        @Get("/mono")
        Mono<String> mono() {
            return Mono.fromSupplier(this::run);
        }

        @Get("/answering")
        HttpResponse<String> answering() {
            return HttpResponse.<String>status(HttpStatus.valueOf(status)).body("run " + gate.pass());
        }

        @Get("/directed")
        HttpResponse<String> directed() {
            return HttpResponse.ok(run()).header("Cache-Control", cacheControl);
        }
    }
}
