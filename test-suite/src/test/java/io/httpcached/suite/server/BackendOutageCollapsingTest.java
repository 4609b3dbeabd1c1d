package io.httpcached.suite.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.annotation.HttpCacheInvalidate;
import io.httpcached.annotation.HttpCached;
import io.httpcached.suite.backend.FreePort;
import io.httpcached.suite.wire.WireResponse;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tests that equal requests share handler runs that begin after they arrived while the backend does not answer. */
class BackendOutageCollapsingTest {

    private static final int CLIENTS = 40;
    private static final String COLLAPSED = "fwd=miss; collapsed; detail=\"backend unavailable\"";

    private final ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);

    @AfterEach
    void stop() {
        clients.shutdownNow();
    }

    /** The circuit breaker is open, so a request is decided on in the task in which it arrives. */
    @Test
    void requestsThatArriveDuringOneRunShareTheNextOne() throws Exception {
        try (TestServer server = startWithoutBackend()) {
            Pages pages = server.bean(Pages.class);
            pages.gate.close();
            List<Future<WireResponse>> first = ask(server, "/outage/page", 1);
            pages.gate.awaitRun();
            List<Future<WireResponse>> rest = ask(server, "/outage/page", CLIENTS - 1);
            server.bean(Arrivals.class).await(server, CLIENTS);
            pages.gate.open();
            assertThat(texts(first)).containsExactly("version 0, run 1");
            assertThat(texts(rest)).containsExactly("version 0, run 2");
            assertThat(pages.gate.runs()).isEqualTo(2);
            assertThat(rest.stream().filter(each -> response(each).cacheStatus().equals(COLLAPSED)))
                    .hasSize(CLIENTS - 2);
        }
    }

    @Test
    void requestAfterAnInvalidationIsNotAnsweredByAnEarlierRun() throws Exception {
        try (TestServer server = startWithoutBackend()) {
            Pages pages = server.bean(Pages.class);
            pages.gate.close();
            List<Future<WireResponse>> before = ask(server, "/outage/page", 1);
            pages.gate.awaitRun();
            assertThat(server.send("POST", "/outage/change", "Content-Length: 0")
                            .status())
                    .isEqualTo(200);
            List<Future<WireResponse>> after = ask(server, "/outage/page", CLIENTS - 1);
            server.bean(Arrivals.class).await(server, CLIENTS + 1);
            pages.gate.open();
            assertThat(texts(before)).containsExactly("version 0, run 1");
            assertThat(texts(after)).containsExactly("version 1, run 2");
        }
    }

    @Test
    void eachVariantHasRunsOfItsOwn() throws Exception {
        try (TestServer server = startWithoutBackend()) {
            Pages pages = server.bean(Pages.class);
            pages.gate.close();
            List<List<Future<WireResponse>>> languages = new ArrayList<>();
            languages.add(ask(server, "/outage/in", 10, "Accept-Language: de"));
            pages.gate.awaitRun();
            languages.add(ask(server, "/outage/in", 10, "Accept-Language: en"));
            languages.add(ask(server, "/outage/in", 10, "Accept-Language: fr"));
            languages.add(ask(server, "/outage/in", 10, "Accept-Language: it"));
            server.bean(Arrivals.class).await(server, CLIENTS);
            pages.gate.open();
            List<String> runs = new ArrayList<>();
            languages.forEach(each -> runs.addAll(texts(each)));
            assertThat(runs).doesNotHaveDuplicates();
            // The first run, the run that the others wait for, and for each language that it does not answer, two more.
            assertThat(pages.gate.runs()).isLessThanOrEqualTo(2 + 2 * 4);
        }
    }

    @Test
    void requestsWithCredentialsHaveRunsOfTheirOwn() throws Exception {
        try (TestServer server = startWithoutBackend()) {
            List<Future<WireResponse>> all = ask(server, "/outage/page", 10, "Authorization: Basic YTpi");
            assertThat(texts(all)).hasSize(10);
        }
    }

    @Test
    void loadDuringAHangReachesTheHandlerInFewRuns() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
                TestServer server = start("redis://127.0.0.1:" + silent.getLocalPort())) {
            List<Future<WireResponse>> all = ask(server, "/outage/slow", CLIENTS);
            for (Future<WireResponse> each : all) {
                assertThat(each.get().status()).isEqualTo(200);
                assertThat(each.get().text()).startsWith("slow ");
            }
            // Two if all arrive at once.
            assertThat(server.bean(Pages.class).slowRuns).hasValueLessThan(CLIENTS / 4);
        }
    }

    private static TestServer startWithoutBackend() {
        TestServer server = start(
                "redis://127.0.0.1:" + FreePort.next(),
                "http-cache.circuit-breaker.failures",
                1,
                "http-cache.circuit-breaker.retry-after",
                "1h");
        assertThat(server.get("/outage/other").cacheStatus()).contains("detail=\"backend unavailable\"");
        return server;
    }

    private static TestServer start(String redis, Object... settings) {
        List<Object> all = new ArrayList<>(List.of(settings));
        all.addAll(List.of(
                "http-cache.backend",
                "redis",
                "redis.uri",
                redis,
                "http-cache.backend-timeout",
                "100ms",
                "http-cache.collapse-timeout",
                "60s"));
        return TestServer.start("backend-outage", all.toArray());
    }

    private List<Future<WireResponse>> ask(TestServer server, String path, int times, String... headerLines) {
        List<Future<WireResponse>> responses = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            responses.add(clients.submit(() -> server.get(path, headerLines)));
        }
        return responses;
    }

    private static Set<String> texts(List<Future<WireResponse>> responses) {
        Set<String> texts = new TreeSet<>();
        responses.forEach(each -> texts.add(response(each).text()));
        return texts;
    }

    private static WireResponse response(Future<WireResponse> future) {
        try {
            return future.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Controller("/outage")
    @ExecuteOn(TaskExecutors.BLOCKING)
    @Requires(property = "scenario", value = "backend-outage")
    static class Pages {

        private final Gate gate = new Gate();
        private final AtomicInteger version = new AtomicInteger();
        private final AtomicInteger slowRuns = new AtomicInteger();

        @Get("/page")
        @HttpCached(ttl = "1h", tags = "outage")
        String page() {
            int now = version.get();
            return "version " + now + ", run " + gate.pass();
        }

        @Get("/in")
        @HttpCached(ttl = "1h", tags = "outage")
        HttpResponse<String> in() {
            return HttpResponse.ok("run " + gate.pass()).header("Vary", "Accept-Language");
        }

        @Get("/slow")
        @HttpCached(ttl = "1h", tags = "outage")
        String slow() throws InterruptedException {
            int run = slowRuns.incrementAndGet();
            Thread.sleep(300);
            return "slow " + run;
        }

        @Get("/other")
        @HttpCached(ttl = "1h")
        String other() {
            return "other";
        }

        @Post("/change")
        @HttpCacheInvalidate(tags = "outage")
        int change() {
            return version.incrementAndGet();
        }
    }
}
