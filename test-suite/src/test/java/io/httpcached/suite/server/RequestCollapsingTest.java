package io.httpcached.suite.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.HttpCache;
import io.httpcached.annotation.HttpCached;
import io.httpcached.suite.wire.WireResponse;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RequestCollapsingTest {

    private static final int CLIENTS = 1_000;

    private final TestServer server = TestServer.start("request-collapsing", "http-cache.collapse-timeout", "60s");
    private final ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    private final Slow slow = server.bean(Slow.class);

    @AfterEach
    void stop() {
        clients.shutdownNow();
        server.close();
    }

    @Test
    void thousandConcurrentMissesRunTheHandlerOnce() throws Exception {
        List<Future<WireResponse>> responses = ask("/slow/ok", CLIENTS);
        slow.started.await();
        server.bean(Arrivals.class).await(server, CLIENTS);
        slow.finish.countDown();
        int collapsed = 0;
        for (Future<WireResponse> one : responses) {
            WireResponse response = one.get();
            assertThat(response.status()).isEqualTo(200);
            assertThat(response.text()).isEqualTo("run 1");
            collapsed += response.cacheStatus().contains("collapsed") ? 1 : 0;
        }
        assertThat(slow.runs).hasValue(1);
        assertThat(collapsed).isEqualTo(CLIENTS - 1);
    }

    @Test
    void waitersReceiveTheFailureOfTheHandlerAndNothingIsStored() throws Exception {
        List<Future<WireResponse>> responses = ask("/slow/failing", 20);
        slow.started.await();
        server.bean(Arrivals.class).await(server, 20);
        slow.finish.countDown();
        for (Future<WireResponse> one : responses) {
            assertThat(one.get().status()).isEqualTo(503);
            assertThat(one.get().text()).isEqualTo("teapot 1");
        }
        assertThat(slow.runs).hasValue(1);
        assertThat(server.get("/slow/failing").text()).isEqualTo("teapot 2");
    }

    @Test
    void waitersDoNotReceiveAPrivateResponse() throws Exception {
        List<Future<WireResponse>> responses = ask("/slow/private", 5);
        slow.started.await();
        server.bean(Arrivals.class).await(server, 5);
        slow.finish.countDown();
        List<String> bodies = new ArrayList<>();
        for (Future<WireResponse> one : responses) {
            bodies.add(one.get().text());
        }
        assertThat(bodies).doesNotHaveDuplicates();
        assertThat(slow.runs).hasValue(5);
    }

    @Test
    void requestAfterAnInvalidationDoesNotJoinAnEarlierFetch() throws Exception {
        List<Future<WireResponse>> before = ask("/slow/ok", 1);
        slow.started.await();
        server.bean(HttpCache.class).invalidateTags("slow").get();
        List<Future<WireResponse>> after = ask("/slow/ok", 1);
        slow.secondStarted.await();
        slow.finish.countDown();
        assertThat(before.get(0).get().text()).isNotEqualTo(after.get(0).get().text());
        assertThat(server.get("/slow/ok").text()).isEqualTo("run 2");
    }

    @Test
    void handlerRunsOncePerVariantIfTheResponseVaries() throws Exception {
        List<Future<WireResponse>> german = ask("/slow/varying", 20, "Accept-Language: de");
        List<Future<WireResponse>> english = ask("/slow/varying", 20, "Accept-Language: en");
        slow.started.await();
        server.bean(Arrivals.class).await(server, 40);
        slow.finish.countDown();
        assertThat(texts(german)).hasSize(1).doesNotContainAnyElementsOf(texts(english));
        assertThat(texts(english)).hasSize(1);
        assertThat(slow.runs).hasValue(2);
    }

    private static Set<String> texts(List<Future<WireResponse>> answers) throws Exception {
        Set<String> texts = new TreeSet<>();
        for (Future<WireResponse> answer : answers) {
            texts.add(answer.get().text());
        }
        return texts;
    }

    private List<Future<WireResponse>> ask(String path, int times, String... headerLines) {
        List<Future<WireResponse>> answers = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            answers.add(clients.submit(() -> server.get(path, headerLines)));
        }
        return answers;
    }

    @Controller("/slow")
    @HttpCached(ttl = "1m", tags = "slow")
    @ExecuteOn(TaskExecutors.BLOCKING)
    @Requires(property = "scenario", value = "request-collapsing")
    static class Slow {

        final AtomicInteger runs = new AtomicInteger();
        final CountDownLatch started = new CountDownLatch(1);
        final CountDownLatch secondStarted = new CountDownLatch(2);
        final CountDownLatch finish = new CountDownLatch(1);

        @Get("/ok")
        String ok() throws InterruptedException {
            return "run " + run();
        }

        @Get("/failing")
        String failing() throws InterruptedException {
            throw new Teapot(run());
        }

        @Get("/private")
        HttpResponse<String> personal() throws InterruptedException {
            return HttpResponse.ok("private " + run()).header("Cache-Control", "private");
        }

        @Get("/varying")
        HttpResponse<String> varying() throws InterruptedException {
            return HttpResponse.ok("varying " + run()).header("Vary", "Accept-Language");
        }

        private int run() throws InterruptedException {
            int run = runs.incrementAndGet();
            started.countDown();
            secondStarted.countDown();
            finish.await();
            return run;
        }

        @Error(exception = Teapot.class)
        HttpResponse<String> teapot(HttpRequest<?> request, Teapot teapot) {
            return HttpResponse.<String>status(503, "Teapot").body("teapot " + teapot.run);
        }
    }

    static final class Teapot extends RuntimeException {

        private static final long serialVersionUID = 1L;
        private final int run;

        Teapot(int run) {
            super("short and stout");
            this.run = run;
        }
    }
}
