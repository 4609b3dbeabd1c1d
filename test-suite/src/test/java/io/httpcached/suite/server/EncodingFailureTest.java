package io.httpcached.suite.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.annotation.HttpCached;
import io.httpcached.suite.wire.WireResponse;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.views.View;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

/** Tests that a body that fails to encode is answered as on the same route without the cache. */
class EncodingFailureTest {

    private final TestServer server = TestServer.start("encoding-failure", "http-cache.status-header", "X-Cache");
    private final ExecutorService clients = Executors.newFixedThreadPool(20);
    private final Broken broken = server.bean(Broken.class);

    @AfterEach
    void stop() {
        clients.shutdownNow();
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "throwing",
                "blocking",
                "stage",
                "mono",
                "in-response",
                "without-serializer",
                "endless",
                "mapped",
                "mapped-on-error",
                "replaced",
            })
    void answerIsThatOfTheUncachedRoute(String path) {
        WireResponse uncached = server.get("/uncached/" + path);
        for (int i = 0; i < 2; i++) {
            WireResponse cached = server.get("/broken/" + path);
            assertThat(cached.status()).isEqualTo(uncached.status());
            assertThat(withoutDepth(cached.text()).replace("/broken/", "/uncached/"))
                    .isEqualTo(withoutDepth(uncached.text()));
            assertThat(fields(cached)).isEqualTo(fields(uncached));
        }
    }

    /** Micronaut selects an error method by {@code Accept}. */
    @Test
    void viewOfAnErrorIsThatOfTheUncachedRouteAndVaries() {
        WireResponse uncached = server.get("/uncached/view-of-error");
        List<String> fields = new ArrayList<>(fields(uncached));
        fields.add("vary: Accept");
        for (int i = 0; i < 2; i++) {
            WireResponse cached = server.get("/broken/view-of-error");
            assertThat(cached.status()).isEqualTo(uncached.status());
            assertThat(cached.text()).isEqualTo(uncached.text());
            assertThat(fields(cached)).containsExactlyInAnyOrderElementsOf(fields);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"throwing", "blocking", "stage", "mono", "in-response", "without-serializer", "endless"})
    void cacheStatusTellsWhyNothingIsStored(String path) {
        WireResponse answer = server.get("/broken/" + path);
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.cacheStatus())
                .startsWith("fwd=miss; fwd-status=500")
                .contains("the body cannot be encoded")
                .doesNotContain("stored");
        assertThat(answer.headers("Cache-Status")).hasSize(1);
        assertThat(answer.header("X-Cache")).isEqualTo("MISS");
    }

    /** Without the cache, the client would wait for ever. */
    @Test
    void viewThatFailsToRenderIsAServerError() {
        WireResponse answer = server.get("/broken/view");
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.text()).contains("Internal Server Error");
        assertThat(answer.cacheStatus()).startsWith("fwd=miss; fwd-status=500").contains("cannot be encoded");
    }

    @Test
    void headIsAnsweredAsOnTheUncachedRoute() {
        WireResponse uncached = server.head("/uncached/throwing");
        WireResponse cached = server.head("/broken/throwing");
        assertThat(cached.status()).isEqualTo(uncached.status()).isEqualTo(200);
        assertThat(cached.body()).isEmpty();
        assertThat(cached.cacheStatus()).startsWith("fwd=miss; fwd-status=200").contains("cannot be encoded");
    }

    @Test
    void waitersReceiveTheErrorAtOnce() throws Exception {
        broken.gate.close();
        List<Future<WireResponse>> answers = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            answers.add(clients.submit(() -> server.get("/broken/waiting")));
        }
        broken.gate.awaitRun();
        broken.gate.open();
        for (Future<WireResponse> answer : answers) {
            assertThat(answer.get(4, TimeUnit.SECONDS).status()).isEqualTo(500);
        }
    }

    @Test
    void staleResponseReplacesABodyThatFailsToEncode() {
        assertThat(server.get("/broken/later").text()).isEqualTo("{\"name\":\"run 1\"}");
        server.advance(Duration.ofSeconds(15));
        WireResponse stale = server.get("/broken/later");
        assertThat(stale.text()).isEqualTo("{\"name\":\"run 1\"}");
        assertThat(stale.cacheStatus()).contains("detail=stale-if-error");
    }

    /** The depth at which the stack overflows differs from run to run, and the message repeats a path that often. */
    private static String withoutDepth(String text) {
        return text.replaceAll("(?:/next)++", "/next");
    }

    private static List<String> fields(WireResponse response) {
        return response.headers().stream()
                .filter(field -> !field.name().equalsIgnoreCase("Cache-Status")
                        && !field.name().equalsIgnoreCase("X-Cache"))
                .map(field -> field.name().toLowerCase(Locale.ROOT) + ": "
                        + (field.name().equalsIgnoreCase("Content-Length") ? "" : field.value()))
                .sorted()
                .toList();
    }

    @Serdeable
    static class Throwing {

        public String getName() {
            throw new IllegalStateException("the name is lost");
        }

        @Override
        public String toString() {
            return "throwing";
        }
    }

    /** Serializes until the stack overflows. */
    @Serdeable
    static class Endless {

        public Endless getNext() {
            return new Endless();
        }

        @Override
        public String toString() {
            return "endless";
        }
    }

    /** Has no serializer. */
    @Introspected
    static class Plain {

        public String getName() {
            return "plain";
        }

        @Override
        public String toString() {
            return "plain";
        }
    }

    /** A body that fails to encode from its second run on. */
    @Serdeable
    static class Named {

        private final int run;

        Named(int run) {
            this.run = run;
        }

        public String getName() {
            if (run > 1) {
                throw new IllegalStateException("the name is lost");
            }
            return "run " + run;
        }
    }

    @Serdeable
    record Report(String error) {}

    static final class Mapped extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @Serdeable
    static class ThrowingMapped {

        public String getName() {
            throw new Mapped();
        }

        @Override
        public String toString() {
            return "throwingmapped";
        }
    }

    @Controller("/global-errors")
    @Requires(property = "scenario", value = "encoding-failure")
    static class GlobalErrors {

        @Error(global = true)
        @View("report")
        HttpResponse<Report> handle(HttpRequest<?> request, Throwable failure) {
            return HttpResponse.<Report>serverError().body(new Report("global"));
        }
    }

    @ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
    @Requires(property = "scenario", value = "encoding-failure")
    static class Outermost implements Ordered {

        @Override
        public int getOrder() {
            return Ordered.HIGHEST_PRECEDENCE;
        }

        @ResponseFilter
        void change(HttpRequest<?> request, MutableHttpResponse<?> response) {
            response.header("X-Outermost", "passed");
            if (request.getPath().endsWith("/replaced")) {
                response.body(Map.of("replaced", true));
            }
        }
    }

    @Controller("/broken")
    @HttpCached(ttl = "10s")
    @Requires(property = "scenario", value = "encoding-failure")
    static class Broken {

        final Gate gate = new Gate();

        @Get("/throwing")
        Throwing throwing() {
            return new Throwing();
        }

        @Get("/blocking")
        @ExecuteOn(TaskExecutors.BLOCKING)
        Throwing blocking() {
            return new Throwing();
        }

        @Get("/stage")
        CompletionStage<Throwing> stage() {
            return CompletableFuture.supplyAsync(Throwing::new);
        }

        @Get("/mono")
        Mono<Throwing> mono() {
            return Mono.fromSupplier(Throwing::new);
        }

        @Get("/in-response")
        HttpResponse<Throwing> inResponse() {
            return HttpResponse.ok(new Throwing()).header("X-Handler", "passed");
        }

        @Get("/without-serializer")
        Plain withoutSerializer() {
            return new Plain();
        }

        @Get("/endless")
        Endless endless() {
            return new Endless();
        }

        @Get("/mapped")
        ThrowingMapped mapped() {
            return new ThrowingMapped();
        }

        @Get("/mapped-on-error")
        ThrowingMapped mappedOnError() {
            throw new IllegalArgumentException("before the body");
        }

        @Error(exception = IllegalArgumentException.class)
        HttpResponse<ThrowingMapped> handle(IllegalArgumentException failure) {
            return HttpResponse.ok(new ThrowingMapped());
        }

        @Get("/view")
        @View("broken")
        @SuppressWarnings("httpcached:missing-locale")
        @Produces(MediaType.TEXT_HTML)
        Map<String, Object> view() {
            return Map.of("name", "Ann");
        }

        @Get("/view-of-error")
        @Produces(MediaType.TEXT_HTML)
        String viewOfError() {
            throw new IllegalStateException("handled by the global error method");
        }

        @Get("/replaced")
        Throwing replaced() {
            return new Throwing();
        }

        @Get("/waiting")
        @ExecuteOn(TaskExecutors.BLOCKING)
        Throwing waiting() {
            gate.pass();
            return new Throwing();
        }

        @Get("/later")
        @HttpCached(staleIfError = "1m")
        Named later() {
            return new Named(gate.pass());
        }
    }

    @Controller("/uncached")
    @Requires(property = "scenario", value = "encoding-failure")
    static class Uncached {

        @Get("/throwing")
        Throwing throwing() {
            return new Throwing();
        }

        @Get("/blocking")
        @ExecuteOn(TaskExecutors.BLOCKING)
        Throwing blocking() {
            return new Throwing();
        }

        @Get("/stage")
        CompletionStage<Throwing> stage() {
            return CompletableFuture.supplyAsync(Throwing::new);
        }

        @Get("/mono")
        Mono<Throwing> mono() {
            return Mono.fromSupplier(Throwing::new);
        }

        @Get("/in-response")
        HttpResponse<Throwing> inResponse() {
            return HttpResponse.ok(new Throwing()).header("X-Handler", "passed");
        }

        @Get("/without-serializer")
        Plain withoutSerializer() {
            return new Plain();
        }

        @Get("/endless")
        Endless endless() {
            return new Endless();
        }

        @Get("/mapped")
        ThrowingMapped mapped() {
            return new ThrowingMapped();
        }

        @Get("/mapped-on-error")
        ThrowingMapped mappedOnError() {
            throw new IllegalArgumentException("before the body");
        }

        @Error(exception = IllegalArgumentException.class)
        HttpResponse<ThrowingMapped> handle(IllegalArgumentException failure) {
            return HttpResponse.ok(new ThrowingMapped());
        }

        @Get("/view")
        @View("broken")
        @SuppressWarnings("httpcached:missing-locale")
        @Produces(MediaType.TEXT_HTML)
        Map<String, Object> view() {
            return Map.of("name", "Ann");
        }

        @Get("/view-of-error")
        @Produces(MediaType.TEXT_HTML)
        String viewOfError() {
            throw new IllegalStateException("handled by the global error method");
        }

        @Get("/replaced")
        Throwing replaced() {
            return new Throwing();
        }
    }
}
