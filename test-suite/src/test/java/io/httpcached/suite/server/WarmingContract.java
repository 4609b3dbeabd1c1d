package io.httpcached.suite.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.httpcached.BackgroundRefresh;
import io.httpcached.HttpCache;
import io.httpcached.WarmedUri;
import io.httpcached.WarmedUri.Result;
import io.httpcached.annotation.CacheScope;
import io.httpcached.annotation.HttpCached;
import io.httpcached.server.report.CacheReport;
import io.httpcached.server.report.RouteReport;
import io.httpcached.server.report.WarmingReport;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tests {@code http-cache.warm} and {@code HttpCache.warm}, with any store. */
@Timeout(60)
@SuppressWarnings("NullAway.Init") // Each test starts the server.
abstract class WarmingContract {

    private TestServer server;

    abstract TestServer start(Object... settings);

    @AfterEach
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void storesTheConfiguredResponsesAtStartup() {
        server = start("http-cache.warm", List.of("/warm/page", "/warm/list?skip=0"));
        awaitResults(Result.STORED, Result.STORED);
        assertThat(server.get("/warm/page").isHit()).isTrue();
        assertThat(server.get("/warm/list?skip=0").isHit()).isTrue();
        assertThat(server.get("/warm/list?skip=20").isHit()).isFalse();
        assertThat(server.bean(Runs.class).count("page")).isEqualTo(1);
    }

    @Test
    void sendsTheConfiguredHeaders() {
        server = start(
                "http-cache.warm",
                List.of(Map.of(
                        "path", "/warm/negotiated", "headers", Map.of("X-Edition", "north", "Host", "a.example"))));
        awaitResults(Result.STORED);
        assertThat(server.get("/warm/negotiated", "X-Edition: north").isHit()).isTrue();
        assertThat(server.get("/warm/negotiated", "X-Edition: south").isHit()).isFalse();
    }

    @Test
    void readsHeadersFromIndexedProperties() {
        server = start("http-cache.warm[0].path", "/warm/negotiated", "http-cache.warm[0].headers.X-Edition", "north");
        awaitResults(Result.STORED);
        assertThat(server.get("/warm/negotiated", "X-Edition: north").isHit()).isTrue();
    }

    @Test
    void warmsAgainAfterAllEntriesWereInvalidated() {
        server = start("http-cache.warm", List.of("/warm/page"));
        awaitResults(Result.STORED);
        server.bean(HttpCache.class).clear().join();
        awaitRuns("page", 2);
        Eventually.get(() -> server.get("/warm/page").isHit(), hit -> hit);
        assertThat(server.bean(Runs.class).count("page")).isEqualTo(2);
    }

    @Test
    void warmsAgainAfterAllEntriesWereMarkedStale() {
        server = start("http-cache.warm", List.of("/warm/page"));
        awaitResults(Result.STORED);
        server.bean(HttpCache.class).softly().clear().join();
        awaitRuns("page", 2);
    }

    @Test
    void warmsNothingAfterOtherInvalidations() {
        server = start("http-cache.warm", List.of("/warm/page"));
        awaitResults(Result.STORED);
        server.bean(HttpCache.class).invalidatePath("/warm/page").join();
        // A warming request would be ahead of this one in the queue, which runs one after the other.
        assertThat(warm("/warm/list?skip=1")).containsExactly(new WarmedUri("/warm/list?skip=1", Result.STORED, null));
        assertThat(server.bean(Runs.class).count("page")).isEqualTo(1);
    }

    @Test
    void warmsOnDemand() {
        server = start();
        assertThat(warm("/warm/page", "/warm/list?skip=40"))
                .containsExactly(
                        new WarmedUri("/warm/page", Result.STORED, null),
                        new WarmedUri("/warm/list?skip=40", Result.STORED, null));
        assertThat(server.get("/warm/page").isHit()).isTrue();
        assertThat(warm("/warm/page")).containsExactly(new WarmedUri("/warm/page", Result.PRESENT, null));
        assertThat(server.bean(Runs.class).count("page")).isEqualTo(1);
    }

    @Test
    void saysWhyNothingIsStored() {
        server = start();
        assertThat(warm(
                        "/warm/uncached",
                        "/warm/missing",
                        "/warm/mine",
                        "/warm/secret",
                        "/warm/broken",
                        "/warm/closed"))
                .satisfiesExactly(
                        uncached -> assertRejected(uncached, "its route is not cached"),
                        missing -> assertRejected(missing, "no route matches it"),
                        mine -> assertRejected(mine, "its route has one entry per user"),
                        secret -> assertRejected(secret, "status 200, the response says no-store"),
                        broken -> assertRejected(broken, "status 500"),
                        closed -> assertRejected(closed, "a filter outside the cache answered with status 403"));
        assertThat(server.bean(Runs.class).count("uncached")).isZero();
        assertThat(server.bean(Runs.class).count("mine")).isZero();
        assertThat(server.bean(Runs.class).count("closed")).isZero();
    }

    @Test
    void rejectsWhatIsNoPath() {
        server = start();
        HttpCache cache = server.bean(HttpCache.class);
        for (String uri : List.of("", "warm/page", "//host/warm/page", "/warm page", "/warm/page#top", "/wärm")) {
            assertThatThrownBy(() -> cache.warm(uri))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("The URI must be a path with or without a query, such as /products?skip=0, but was '"
                            + uri + "'.");
        }
    }

    @Test
    void showsItsStateAtTheEndpoint() {
        server = start(
                "endpoints.httpcache.sensitive",
                false,
                "http-cache.warm",
                List.of("/warm/page", Map.of("path", "/warm/secret", "headers", Map.of("Accept-Language", "de"))));
        awaitResults(Result.STORED, Result.NOT_STORED);
        String totals = server.get("/httpcache").text();
        assertThat(totals)
                .contains("\"warming\":[{\"uri\":\"/warm/page\",\"headers\":{},\"result\":\"stored\",\"at\":")
                .contains(
                        "{\"uri\":\"/warm/secret\",\"headers\":{\"accept-language\":\"de\"},\"result\":\"not-stored\","
                                + "\"reason\":\"status 200, ");
    }

    @Test
    void isNoRequestOfAClient() {
        server = start("http-cache.warm", List.of("/warm/page"));
        awaitResults(Result.STORED);
        warm("/warm/page");
        RouteReport route = server.bean(CacheReport.class).routes().stream()
                .filter(each -> each.uris().contains("/warm/page"))
                .findFirst()
                .orElseThrow();
        assertThat(route.totals().hits()).isZero();
        assertThat(route.totals().misses()).isZero();
        assertThat(route.totals().refreshes()).isEqualTo(2);
        assertThat(server.bean(Outside.class).refreshes.get()).isEqualTo(2);
        assertThat(server.bean(Outside.class).clients.get()).isZero();
    }

    @Test
    void runsNotMoreThanTheMaximumAtTheSameTime() throws InterruptedException {
        server = start("http-cache.warming.max-concurrent", 2);
        Runs runs = server.bean(Runs.class);
        CompletableFuture<List<WarmedUri>> results = server.bean(HttpCache.class)
                .warm("/warm/held?number=1", "/warm/held?number=2", "/warm/held?number=3", "/warm/held?number=3");
        assertThat(runs.begun.tryAcquire(2, 20, TimeUnit.SECONDS)).isTrue();
        assertThat(runs.begun.tryAcquire(100, TimeUnit.MILLISECONDS)).isFalse();
        runs.gate.release(3);
        assertThat(results.join()).allMatch(result -> result.result() == Result.STORED);
        assertThat(runs.count("held")).isEqualTo(3);
    }

    @Test
    void goesOnWhenARequestDoesNotEndInTime() {
        server = start("http-cache.warming.max-concurrent", 1, "http-cache.warming.timeout", "2s");
        Runs runs = server.bean(Runs.class);
        assertThat(warm("/warm/held?number=1", "/warm/page"))
                .containsExactly(
                        new WarmedUri("/warm/held?number=1", Result.FAILED, "no response within 2000 milliseconds"),
                        new WarmedUri("/warm/page", Result.STORED, null));
        assertThat(warm("/warm/held?number=1"))
                .containsExactly(
                        new WarmedUri("/warm/held?number=1", Result.FAILED, "an earlier request has not ended"));
        assertThat(runs.count("held")).isEqualTo(1);
        runs.gate.release(1);
        Eventually.get(() -> server.get("/warm/held?number=1").isHit(), hit -> hit);
    }

    /** The handler clears the cache each time, so warming would go on for ever. */
    @Test
    void doesNotWarmAgainBecauseAWarmedHandlerClearsTheCache() {
        server = start(
                "http-cache.warm", List.of("/warm/clearing", "/warm/page"), "http-cache.warming.max-concurrent", 1);
        awaitRuns("clearing", 1);
        // These requests wait behind those that the invalidation would add.
        assertThat(warm("/warm/list?skip=1")).hasSize(1);
        assertThat(warm("/warm/list?skip=2")).hasSize(1);
        assertThat(server.bean(Runs.class).count("clearing")).isEqualTo(1);
        // The same handler for a client, which is no loop.
        server.get("/warm/clearing");
        awaitRuns("clearing", 3);
    }

    /** It waits for a request that waits for it, until the end of the wait for a shared run. */
    @Test
    void aHandlerThatWarmsItsOwnPathEnds() {
        server = start("http-cache.collapse-timeout", "200ms", "http-cache.warming.timeout", "5s");
        assertThat(server.get("/warm/itself").text()).startsWith("itself 1");
        assertThat(server.bean(Runs.class).count("itself")).isLessThanOrEqualTo(2);
    }

    @Test
    void endsWhenTheServerStops() throws Exception {
        server = start("http-cache.warming.max-concurrent", 1);
        Runs runs = server.bean(Runs.class);
        CompletableFuture<List<WarmedUri>> results =
                server.bean(HttpCache.class).warm("/warm/held?number=1", "/warm/held?number=2", "/warm/page");
        assertThat(runs.begun.tryAcquire(20, TimeUnit.SECONDS)).isTrue();
        server.close();
        runs.gate.release(10);
        assertThat(results.get(20, TimeUnit.SECONDS))
                .hasSize(3)
                .element(2)
                .extracting(WarmedUri::result)
                .isNotEqualTo(Result.STORED);
        assertThat(runs.count("page")).isZero();
    }

    private List<WarmedUri> warm(String... uris) {
        return server.bean(HttpCache.class).warm(uris).join();
    }

    private void awaitResults(Result... results) {
        List<WarmingReport> reports =
                Eventually.get(() -> server.bean(CacheReport.class).warming(), warming -> warming.stream()
                        .allMatch(each -> each.last() != null));
        assertThat(reports)
                .extracting(report -> Objects.requireNonNull(report.last()).result())
                .containsExactly(results);
    }

    private void awaitRuns(String name, int runs) {
        Eventually.get(() -> server.bean(Runs.class).count(name), count -> count == runs);
    }

    private static void assertRejected(WarmedUri uri, String reason) {
        assertThat(uri.result()).isEqualTo(Result.NOT_STORED);
        assertThat(uri.reason()).startsWith(reason);
    }

    @Singleton
    @Requires(property = "scenario", value = "warming")
    static class Runs {

        final Semaphore begun = new Semaphore(0);
        final Semaphore gate = new Semaphore(0);
        private final Map<String, AtomicInteger> counts = new ConcurrentHashMap<>();

        String add(String name) {
            return name
                    + ' '
                    + counts.computeIfAbsent(name, absent -> new AtomicInteger())
                            .incrementAndGet();
        }

        int count(String name) {
            AtomicInteger count = counts.get(name);
            return count == null ? 0 : count.get();
        }
    }

    @ServerFilter("/warm/**")
    @Requires(property = "scenario", value = "warming")
    static class Outside implements Ordered {

        final AtomicInteger refreshes = new AtomicInteger();
        final AtomicInteger clients = new AtomicInteger();

        @Override
        public int getOrder() {
            return ServerFilterPhase.FIRST.order();
        }

        @RequestFilter
        @Nullable
        HttpResponse<?> reject(HttpRequest<?> request) {
            (BackgroundRefresh.isRefresh(request) ? refreshes : clients).incrementAndGet();
            return request.getPath().equals("/warm/closed") ? HttpResponse.status(HttpStatus.FORBIDDEN) : null;
        }
    }

    @Controller("/warm")
    @Requires(property = "scenario", value = "warming")
    static class Pages {

        private final Runs runs;

        private final HttpCache cache;

        Pages(Runs runs, HttpCache cache) {
            this.runs = runs;
            this.cache = cache;
        }

        @Get("/clearing")
        @HttpCached(ttl = "1h")
        @ExecuteOn(TaskExecutors.BLOCKING)
        String clearing() {
            String run = runs.add("clearing");
            cache.clear().join();
            return run;
        }

        @Get("/itself")
        @HttpCached(ttl = "1h")
        @ExecuteOn(TaskExecutors.BLOCKING)
        String itself() {
            String run = runs.add("itself");
            return run + cache.warm("/warm/itself").join().get(0).result();
        }

        @Get("/page")
        @HttpCached(ttl = "1h")
        String page() {
            return runs.add("page");
        }

        @Get("/list")
        @HttpCached(ttl = "1h")
        String list(@QueryValue(defaultValue = "0") int skip) {
            return runs.add("list") + " from " + skip;
        }

        @Get("/negotiated")
        @HttpCached(ttl = "1h")
        String negotiated(@Header("X-Edition") String edition) {
            return runs.add("negotiated") + ' ' + edition;
        }

        @Get("/held")
        @HttpCached(ttl = "1h")
        @ExecuteOn(TaskExecutors.BLOCKING)
        String held(@QueryValue int number) throws InterruptedException {
            String run = runs.add("held");
            runs.begun.release();
            runs.gate.acquire();
            return run + number;
        }

        @Get("/secret")
        @HttpCached(ttl = "1h")
        HttpResponse<String> secret() {
            return HttpResponse.ok(runs.add("secret")).header("Cache-Control", "no-store");
        }

        @Get("/broken")
        @HttpCached(ttl = "1h")
        String broken() {
            throw new IllegalStateException("broken");
        }

        @Get("/closed")
        @HttpCached(ttl = "1h")
        String closed() {
            return runs.add("closed");
        }

        @Get("/mine")
        @HttpCached(ttl = "1h", scope = CacheScope.PRIVATE)
        String mine() {
            return runs.add("mine");
        }

        @Get("/uncached")
        String uncached() {
            return runs.add("uncached");
        }
    }
}
