package io.httpcached.suite.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.annotation.CacheScope;
import io.httpcached.annotation.HttpCached;
import io.httpcached.suite.wire.WireResponse;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.context.ServerRequestContext;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.security.Principal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;

/** Tests which requests are answered from the handler run of another request, and how long the others wait. */
class RunSharingTest {

    private static final Duration TIMEOUT = Duration.ofMillis(300);

    private final ExecutorService clients = Executors.newCachedThreadPool();
    private TestServer server = start("60s");
    private Shared handler = server.bean(Shared.class);

    private static TestServer start(String timeout) {
        return TestServer.start(
                "run-sharing",
                "http-cache.collapse-timeout",
                timeout,
                "http-cache.max-body-size",
                "1KB",
                "http-cache.refresh.max-concurrent",
                "4");
    }

    @AfterEach
    void stop() {
        handler.gate.open();
        clients.shutdownNow();
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Authorization: Bearer ", "X-User: "})
    void aUsersErrorIsForThatUserOnly(String credentials) throws Exception {
        server.get("/shared/debts", credentials + "warm");
        handler.gate.close();
        Future<WireResponse> a = ask("/shared/debts", credentials + "a");
        Future<WireResponse> b = ask("/shared/debts", credentials + "b");
        Future<WireResponse> anonymous = ask("/shared/debts");
        handler.gate.awaitRun();
        handler.gate.awaitRun();
        handler.gate.awaitRun();
        handler.gate.open();
        assertThat(a.get().status()).isEqualTo(403);
        assertThat(a.get().text()).contains("a owes 100");
        assertThat(b.get().text()).contains("b owes 100");
        assertThat(anonymous.get().text()).contains("nobody owes 100");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/shared/thrown", "/shared/returned"})
    void aStatusBelow500AnswersItsOwnRequestOnly(String path) throws Exception {
        List<Future<WireResponse>> responses = new ArrayList<>();
        handler.gate.close();
        for (int i = 0; i < 10; i++) {
            responses.add(ask(path, "X-Client: client " + i + "."));
        }
        server.bean(Arrivals.class).await(server, 10);
        handler.gate.open();
        for (int i = 0; i < 10; i++) {
            assertThat(responses.get(i).get().status()).isEqualTo(404);
            assertThat(responses.get(i).get().text()).contains("client " + i + ".");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/shared/failing", "/shared/unavailable"})
    void manyWaitersOfAHandlerThatFailsMakeFewRuns(String path) throws Exception {
        handler.gate.close();
        List<Future<WireResponse>> responses = ask(path, 300);
        server.bean(Arrivals.class).await(server, 300);
        handler.gate.open();
        int collapsed = 0;
        for (Future<WireResponse> response : responses) {
            WireResponse answer = response.get();
            assertThat(answer.status()).isIn(500, 503);
            if (answer.cacheStatus().contains("collapsed")) {
                collapsed++;
                assertThat(answer.text()).doesNotContain("run ").contains("failed for other clients");
                assertThat(answer.cacheStatus()).startsWith("fwd=miss").contains("fwd-status=" + answer.status());
            }
        }
        assertThat(handler.gate.runs()).isEqualTo(2);
        assertThat(collapsed).isEqualTo(298);
    }

    @Test
    void oneRequestThatMakesTheHandlerFailFailsNobodyElse() throws Exception {
        handler.gate.close();
        Future<WireResponse> poisoned = ask("/shared/poisonable", "X-Client: poison");
        handler.gate.awaitRun();
        List<Future<WireResponse>> others = ask("/shared/poisonable", 50);
        server.bean(Arrivals.class).await(server, 51);
        handler.gate.open();
        assertThat(poisoned.get().status()).isEqualTo(500);
        for (Future<WireResponse> other : others) {
            assertThat(other.get().status()).isEqualTo(200);
        }
        assertThat(handler.gate.runs()).isEqualTo(2);
    }

    @Test
    void aSlowHandlerRunsOncePerTimeout() throws Exception {
        stop();
        server = start(TIMEOUT.toMillis() + "ms");
        handler = server.bean(Shared.class);
        ExecutorService many = Executors.newCachedThreadPool();
        handler.gate.close();
        long start = System.nanoTime();
        List<Future<WireResponse>> responses = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            responses.add(many.submit(() -> server.get("/shared/ok")));
        }
        for (int i = 0; i < 3; i++) {
            handler.gate.awaitRun();
        }
        handler.gate.open();
        for (Future<WireResponse> response : responses) {
            assertThat(response.get().status()).isEqualTo(200);
        }
        long timeouts = (System.nanoTime() - start) / TIMEOUT.toNanos();
        assertThat((long) handler.gate.runs()).isBetween(3L, 1 + timeouts);
        many.shutdownNow();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/shared/cookie", "/shared/no-store", "/shared/missing", "/shared/large", "/shared/streamed"})
    void requestsForAResponseThatCannotBeStoredAreNotQueued(String path) throws Exception {
        server.get(path);
        handler.gate.close();
        List<Future<WireResponse>> responses = ask(path, 3);
        for (int i = 0; i < 3; i++) {
            handler.gate.awaitRun();
        }
        handler.gate.open();
        for (Future<WireResponse> response : responses) {
            assertThat(response.get().cacheStatus()).doesNotContain("collapsed");
        }
    }

    @Test
    void manyReloadsMakeFewRuns() throws Exception {
        assertThat(server.get("/shared/ok").text()).isEqualTo("run 1");
        handler.gate.close();
        List<Future<WireResponse>> reloads = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            reloads.add(ask("/shared/ok", "Cache-Control: no-cache"));
        }
        server.bean(Arrivals.class).await(server, 51);
        handler.gate.open();
        for (Future<WireResponse> reload : reloads) {
            assertThat(reload.get().text()).isIn("run 2", "run 3");
            assertThat(reload.get().cacheStatus()).startsWith("fwd=request");
        }
        assertThat(handler.gate.runs()).isEqualTo(3);
    }

    /** The run under way may have read its data before the client asked for the current state. */
    @Test
    void aReloadIsNotAnsweredByARunThatBeganBefore() throws Exception {
        handler.gate.close();
        Future<WireResponse> first = ask("/shared/ok");
        handler.gate.awaitRun();
        Future<WireResponse> reload = ask("/shared/ok", "Cache-Control: no-cache");
        server.bean(Arrivals.class).await(server, 2);
        handler.gate.open();
        assertThat(first.get().text()).isEqualTo("run 1");
        assertThat(reload.get().text()).isEqualTo("run 2");
    }

    @Test
    void refreshesAreLimited() throws Exception {
        for (int i = 0; i < 40; i++) {
            server.get("/shared/pages/" + i);
        }
        server.advance(Duration.ofSeconds(70));
        handler.gate.close();
        for (int i = 0; i < 40; i++) {
            assertThat(server.get("/shared/pages/" + i).isHit()).isTrue();
        }
        for (int i = 0; i < 4; i++) {
            handler.gate.awaitRun();
        }
        assertThat(handler.gate.runs()).isEqualTo(44);
        handler.gate.open();
        for (int i = 0; i < 40; i++) {
            String page = "/shared/pages/" + i;
            Eventually.get(() -> server.get(page), answer -> "0".equals(answer.header("Age")));
        }
        assertThat(handler.gate.runs()).isEqualTo(80);
    }

    @Test
    void requestsOfOneUserShareTheRunForThatUser() throws Exception {
        handler.gate.close();
        List<Future<WireResponse>> responses = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            responses.add(ask("/shared/basket", "X-User: a"));
        }
        Future<WireResponse> other = ask("/shared/basket", "X-User: b");
        server.bean(Arrivals.class).await(server, 6);
        handler.gate.open();
        String first = responses.get(0).get().text();
        for (Future<WireResponse> response : responses) {
            assertThat(response.get().text()).startsWith("a ").isEqualTo(first);
        }
        assertThat(other.get().text()).startsWith("b ");
        assertThat(handler.gate.runs()).isEqualTo(2);
    }

    @Test
    void requestsWithCredentialsShareAStoredResponseOfAPublicRoute() throws Exception {
        handler.gate.close();
        List<Future<WireResponse>> responses = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            responses.add(ask("/shared/public", "Authorization: Bearer " + i));
        }
        server.bean(Arrivals.class).await(server, 5);
        handler.gate.open();
        for (Future<WireResponse> response : responses) {
            assertThat(response.get().text()).isEqualTo("run 1");
        }
    }

    private Future<WireResponse> ask(String path, String... headerLines) {
        return clients.submit(() -> server.get(path, headerLines));
    }

    private List<Future<WireResponse>> ask(String path, int times) {
        List<Future<WireResponse>> responses = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            responses.add(ask(path));
        }
        return responses;
    }

    @ServerFilter("/shared/**")
    @Requires(property = "scenario", value = "run-sharing")
    static class Users implements Ordered {

        @Override
        public int getOrder() {
            return ServerFilterPhase.SECURITY.order();
        }

        @RequestFilter
        void identify(MutableHttpRequest<?> request) {
            request.getHeaders().findFirst("X-User").ifPresent(user -> {
                Principal principal = () -> user;
                request.setUserPrincipal(principal);
            });
        }
    }

    @Controller("/shared")
    @HttpCached(ttl = "1m")
    @ExecuteOn(TaskExecutors.BLOCKING)
    @Requires(property = "scenario", value = "run-sharing")
    static class Shared {

        final Gate gate = new Gate();

        @Get("/debts")
        String debts() {
            gate.pass();
            throw new HttpStatusException(HttpStatus.FORBIDDEN, user() + " owes 100");
        }

        @Get("/thrown")
        String thrown() {
            gate.pass();
            throw new HttpStatusException(HttpStatus.NOT_FOUND, "nothing for " + header("X-Client"));
        }

        @Get("/returned")
        HttpResponse<String> returned() {
            gate.pass();
            return HttpResponse.notFound("nothing for " + header("X-Client"));
        }

        @Get("/failing")
        String failing() {
            throw new IllegalStateException("run " + gate.pass());
        }

        @Get("/unavailable")
        HttpResponse<String> unavailable() {
            return HttpResponse.<String>status(HttpStatus.SERVICE_UNAVAILABLE).body("run " + gate.pass());
        }

        @Get("/poisonable")
        String poisonable() {
            gate.pass();
            if (header("X-Client").equals("poison")) {
                throw new IllegalStateException("poisoned");
            }
            return "fine";
        }

        @Get("/ok")
        String ok() {
            return "run " + gate.pass();
        }

        @Get("/pages/{number}")
        @HttpCached(ttl = "1m", staleWhileRevalidate = "10m")
        String page(int number) {
            return number + ", run " + gate.pass();
        }

        @Get("/cookie")
        HttpResponse<String> cookie() {
            return HttpResponse.ok("run " + gate.pass()).cookie(Cookie.of("a", "b"));
        }

        @Get("/no-store")
        HttpResponse<String> noStore() {
            return HttpResponse.ok("run " + gate.pass()).header("Cache-Control", "no-store");
        }

        @Get("/missing")
        HttpResponse<String> missing() {
            return HttpResponse.notFound("run " + gate.pass());
        }

        @Get("/large")
        String large() {
            return "x".repeat(2000) + gate.pass();
        }

        @Get("/streamed")
        HttpResponse<?> streamed() {
            return HttpResponse.ok(Flux.just("run " + gate.pass()));
        }

        @Get("/basket")
        @HttpCached(ttl = "1m", scope = CacheScope.PRIVATE)
        String basket() {
            return user() + " run " + gate.pass();
        }

        @Get("/public")
        @HttpCached(ttl = "1m", scope = CacheScope.PUBLIC)
        String everybody() {
            return "run " + gate.pass();
        }

        private static String user() {
            String authorization = header("Authorization");
            String user = authorization.isEmpty() ? header("X-User") : authorization.substring("Bearer ".length());
            return user.isEmpty() ? "nobody" : user;
        }

        private static String header(String name) {
            return ServerRequestContext.currentRequest()
                    .map(request -> request.getHeaders().get(name))
                    .orElse("");
        }
    }
}
