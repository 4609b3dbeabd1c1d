package io.httpcached.suite.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.annotation.HttpCached;
import io.httpcached.suite.wire.WireResponse;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.HttpServerFilter;
import io.micronaut.http.filter.ServerFilterChain;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** Tests that an error anywhere around the handler ends its run, so that nobody waits for it. */
class UnhandledErrorTest {

    private static final int CLIENTS = 5;

    /** An {@code @Error} method cannot bind it. */
    private static final String NOT_A_NUMBER = "X-Number: many";

    private final TestServer server = TestServer.start("unhandled-error", "http-cache.collapse-timeout", "60s");
    private final ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    private final Pages pages = server.bean(Pages.class);

    @AfterEach
    void stop() {
        pages.gate.open();
        clients.shutdownNow();
        server.close();
    }

    /** The first client leads. Its run ends with the error, and the others run into the same one. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "unsatisfied-error-method",
                "inner-request-filter",
                "inner-response-filter",
                "inner-around-filter",
                "outer-response-filter",
                "outer-around-filter",
                "error-method-throws",
            })
    void nobodyWaitsForARunThatEndedWithAnError(String path) throws Exception {
        WireResponse uncached = server.get("/uncached-pages/" + path, NOT_A_NUMBER);
        pages.gate.close();
        List<Future<WireResponse>> answers = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            answers.add(clients.submit(() -> server.get("/pages/" + path, NOT_A_NUMBER)));
        }
        if (!path.equals("inner-request-filter")) {
            pages.gate.awaitRun();
        }
        pages.gate.open();
        for (Future<WireResponse> answer : answers) {
            assertThat(answer.get(10, TimeUnit.SECONDS).status()).isEqualTo(uncached.status());
        }
        assertThat(server.get("/pages/" + path, NOT_A_NUMBER).status()).isEqualTo(uncached.status());
    }

    /** The handler fails on the event loop, where the server skips all response filters in one of these cases. */
    @ParameterizedTest
    @ValueSource(strings = {"unsatisfied-error-method", "error-method-throws", "inner-request-filter"})
    void nextRequestDoesNotWaitForARunThatEndedOnTheEventLoop(String path) throws Exception {
        WireResponse uncached = server.get("/uncached-pages/" + path, NOT_A_NUMBER);
        for (int i = 0; i < 3; i++) {
            Future<WireResponse> answer = clients.submit(() -> server.get("/pages/event-loop/" + path, NOT_A_NUMBER));
            assertThat(answer.get(10, TimeUnit.SECONDS).status()).isEqualTo(uncached.status());
        }
    }

    static final class Unsatisfied extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    static final class Twice extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @Controller("/unhandled-errors")
    @Requires(property = "scenario", value = "unhandled-error")
    static class Errors {

        @Error(global = true, exception = Unsatisfied.class)
        HttpResponse<?> unsatisfied(@Header("X-Number") int number, Unsatisfied exception) {
            return HttpResponse.badRequest(number);
        }

        @Error(global = true, exception = Twice.class)
        HttpResponse<?> twice(Twice exception) {
            throw new IllegalStateException("the error method fails as well");
        }
    }

    private static void failAt(HttpRequest<?> request, String point) {
        if (request.getPath().endsWith(point)) {
            throw new IllegalStateException("at " + point);
        }
    }

    @ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
    @Requires(property = "scenario", value = "unhandled-error")
    static class Inner implements Ordered {

        @Override
        public int getOrder() {
            return Ordered.LOWEST_PRECEDENCE;
        }

        @RequestFilter
        void request(HttpRequest<?> request) {
            failAt(request, "inner-request-filter");
        }

        @ResponseFilter
        void response(HttpRequest<?> request, MutableHttpResponse<?> response) {
            failAt(request, "inner-response-filter");
        }
    }

    @ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
    @Requires(property = "scenario", value = "unhandled-error")
    static class Outer implements Ordered {

        @Override
        public int getOrder() {
            return Ordered.HIGHEST_PRECEDENCE;
        }

        @ResponseFilter
        void response(HttpRequest<?> request, MutableHttpResponse<?> response) {
            failAt(request, "outer-response-filter");
        }
    }

    abstract static class Around implements HttpServerFilter {

        private final String point;

        Around(String point) {
            this.point = point;
        }

        @Override
        public Publisher<MutableHttpResponse<?>> doFilter(HttpRequest<?> request, ServerFilterChain chain) {
            return Mono.<MutableHttpResponse<?>>from(chain.proceed(request))
                    .doOnNext(response -> failAt(request, point));
        }
    }

    @Filter(Filter.MATCH_ALL_PATTERN)
    @Requires(property = "scenario", value = "unhandled-error")
    static class InnerAround extends Around {

        InnerAround() {
            super("inner-around-filter");
        }

        @Override
        public int getOrder() {
            return Ordered.LOWEST_PRECEDENCE - 1;
        }
    }

    @Filter(Filter.MATCH_ALL_PATTERN)
    @Requires(property = "scenario", value = "unhandled-error")
    static class OuterAround extends Around {

        OuterAround() {
            super("outer-around-filter");
        }

        @Override
        public int getOrder() {
            return Ordered.HIGHEST_PRECEDENCE + 1;
        }
    }

    @Controller("/uncached-pages")
    @Requires(property = "scenario", value = "unhandled-error")
    static class UncachedPages {

        @Get("/{path}")
        String page(String path) {
            return Pages.failOrRespond(path);
        }
    }

    @Controller("/pages")
    @HttpCached(ttl = "1m")
    @Requires(property = "scenario", value = "unhandled-error")
    static class Pages {

        final Gate gate = new Gate();

        @Get("/{path}")
        @ExecuteOn(TaskExecutors.BLOCKING)
        String page(String path) {
            gate.pass();
            return failOrRespond(path);
        }

        @Get("/event-loop/{path}")
        String eventLoop(String path) {
            return failOrRespond(path);
        }

        static String failOrRespond(String path) {
            return switch (path) {
                case "unsatisfied-error-method" -> throw new Unsatisfied();
                case "error-method-throws" -> throw new Twice();
                default -> "page";
            };
        }
    }
}
