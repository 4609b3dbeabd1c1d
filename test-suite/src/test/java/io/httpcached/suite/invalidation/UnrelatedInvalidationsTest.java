package io.httpcached.suite.invalidation;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.CacheTags;
import io.httpcached.HttpCache;
import io.httpcached.annotation.HttpCached;
import io.httpcached.suite.server.Eventually;
import io.httpcached.suite.server.TestServer;
import io.httpcached.suite.wire.WireResponse;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Tests that a response with result tags is stored on a shared store although other data is invalidated while its handler
 * runs, and that {@code Cache-Status} tells whether it was.
 */
class UnrelatedInvalidationsTest {

    private static final int PAGES = 20;
    private static final int AT_ONCE = 5;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<TestServer> servers = new ArrayList<>();
    private final String prefix = UUID.randomUUID() + ":";

    /** The properties of each backend, which are those of all nodes of a test. */
    private final Map<SharedBackend, Map<String, Object>> properties = new EnumMap<>(SharedBackend.class);

    @AfterEach
    void stop() {
        servers.forEach(TestServer::close);
        threads.shutdownNow();
    }

    @ParameterizedTest
    @EnumSource
    void duringTheHandlerRunLeaveEachResponseStored(SharedBackend backend) {
        TestServer server = start(backend);
        for (int page = 0; page < PAGES; page++) {
            String target = "/listed/" + page + "/unrelated";
            assertThat(server.get(target).cacheStatus()).startsWith("fwd=miss; stored");
            Eventually.get(() -> server.get(target, "Cache-Control: only-if-cached"), WireResponse::isHit);
        }
    }

    @ParameterizedTest
    @EnumSource
    void ofAResultTagKeepTheResponseOutOfTheStore(SharedBackend backend) {
        TestServer server = start(backend);
        for (int page = 0; page < PAGES; page++) {
            String target = "/listed/" + page + "/related";
            WireResponse first = server.get(target);
            assertThat(first.status()).isEqualTo(200);
            assertThat(first.cacheStatus()).startsWith("fwd=miss").doesNotContain("stored");
            assertThat(server.get(target).isHit()).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource
    void softlyOfAResultTagKeepTheResponseOutOfTheStore(SharedBackend backend) {
        TestServer server = start(backend);
        assertThat(server.get("/listed/1/softly").cacheStatus()).doesNotContain("stored");
        assertThat(server.get("/listed/1/softly").isHit()).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void byAClientThatWritesFiftyTimesASecondLeaveNearlyAllResponsesStored(SharedBackend backend) throws Exception {
        TestServer server = start(backend);
        TestServer other = start(backend);
        CompletableFuture<Void> ended = new CompletableFuture<>();
        CompletableFuture<Integer> writes = CompletableFuture.supplyAsync(() -> write(other, ended), threads);
        ExecutorService clients = Executors.newFixedThreadPool(AT_ONCE);
        List<CompletableFuture<WireResponse>> first = IntStream.range(0, PAGES)
                .mapToObj(page -> CompletableFuture.supplyAsync(() -> server.get("/listed/" + page + "/slow"), clients))
                .toList();
        first.forEach(CompletableFuture::join);
        ended.complete(null);
        clients.shutdown();
        assertThat(writes.get(1, TimeUnit.MINUTES)).as("writes").isGreaterThan(10);
        assertThat(first.stream().filter(each -> each.join().cacheStatus().contains("stored")))
                .as("stored")
                .hasSizeGreaterThanOrEqualTo(PAGES * 95 / 100);
        first.stream()
                .map(CompletableFuture::join)
                .filter(response -> response.cacheStatus().contains("stored"))
                .forEach(response -> Eventually.get(
                        () -> server.get("/listed/" + response.text() + "/slow", "Cache-Control: only-if-cached"),
                        WireResponse::isHit));
    }

    /** Writes every 20 ms until the readers have ended. {@return the number of writes} */
    private static int write(TestServer server, CompletableFuture<Void> ended) {
        int writes = 0;
        while (!ended.isDone()) {
            assertThat(server.send("POST", "/listed/changes/" + writes, "Content-Length: 0")
                            .status())
                    .isEqualTo(200);
            writes++;
            var unused = CompletableFuture.anyOf(
                            ended, new CompletableFuture<>().completeOnTimeout(true, 20, TimeUnit.MILLISECONDS))
                    .join();
        }
        return writes;
    }

    private TestServer start(SharedBackend backend) {
        List<Object> settings = new ArrayList<>(List.of(
                "http-cache.backend",
                backend.storeName(),
                "http-cache.backend-timeout",
                "20s",
                "http-cache.key-prefix",
                prefix));
        properties
                .computeIfAbsent(backend, first -> backend.properties(first.server()))
                .forEach((name, value) -> settings.addAll(List.of(name, value)));
        TestServer server = TestServer.start("unrelated-invalidations", settings.toArray());
        servers.add(server);
        return server;
    }

    @Controller("/listed")
    @Requires(property = "scenario", value = "unrelated-invalidations")
    @ExecuteOn(TaskExecutors.BLOCKING)
    static class Lists {

        private static final long HANDLER_MILLIS = 200;

        private final HttpCache cache;

        Lists(HttpCache cache) {
            this.cache = cache;
        }

        @Get("/{page}/unrelated")
        @HttpCached(ttl = "1h")
        String unrelated(int page, CacheTags tags) {
            for (int i = 0; i < 10; i++) {
                cache.invalidateTags("other:" + i).join();
                cache.softly().invalidateTags("another:" + i).join();
            }
            tags.add("item:" + page);
            return "page " + page;
        }

        @Get("/{page}/related")
        @HttpCached(ttl = "1h")
        String related(int page, CacheTags tags) {
            cache.invalidateTags("other", "item:" + page).join();
            tags.add("item:" + page);
            return "page " + page;
        }

        @Get("/{page}/softly")
        @HttpCached(ttl = "1h")
        String softly(int page, CacheTags tags) {
            cache.softly().invalidateTags("item:" + page).join();
            tags.add("item:" + page);
            return "page " + page;
        }

        @Get("/{page}/slow")
        @HttpCached(ttl = "1h")
        String slow(int page, CacheTags tags) throws InterruptedException {
            TimeUnit.MILLISECONDS.sleep(HANDLER_MILLIS);
            tags.add("item:" + page);
            return Integer.toString(page);
        }

        @Get("/changes/{change}")
        @HttpCached(ttl = "1h")
        String change(int change) {
            return "change " + change;
        }

        @Post("/changes/{change}")
        @SuppressWarnings("httpcached:missing-invalidation")
        String write(int change) {
            return "written";
        }
    }
}
