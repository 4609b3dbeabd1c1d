package io.httpcached.suite.server;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import io.httpcached.BackgroundRefresh;
import io.httpcached.HttpCache;
import io.httpcached.annotation.CacheKeyContributor;
import io.httpcached.annotation.HttpCached;
import io.httpcached.annotation.KeyContribution;
import io.httpcached.annotation.KeyContributor;
import io.httpcached.annotation.VersionSource;
import io.httpcached.suite.backend.LogCapture;
import io.httpcached.suite.wire.WireResponse;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.context.ServerRequestContext;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests key contributors: a filter outside the cache finds the tenant, and the key contains it. */
abstract class KeyContributorsContract {

    private static final String ACME = "X-Api-Key: a";
    private static final String GLOBEX = "X-Api-Key: g";
    private static final String PREVIEW = "Cookie: preview=1";
    private static final String NOT_CACHEABLE =
            "fwd=bypass; fwd-status=200; detail=\"PreviewKey says that the request is not cacheable: preview\"";

    private final TestServer server = start("endpoints.httpcache.sensitive", false);
    private final Pages pages = server.bean(Pages.class);
    private final TenantKey tenantKey = server.bean(TenantKey.class);

    /** Starts the scenario {@code key-contributors}. */
    abstract TestServer start(Object... settings);

    /** The handlers read the tenant, which would select the responses even without a contributor. */
    static Object[] withoutObservation(Object... settings) {
        return Stream.concat(Stream.of("http-cache.unkeyed-reads", "ignore"), Stream.of(settings))
                .toArray();
    }

    @AfterEach
    void stop() {
        pages.gate.open();
        server.close();
    }

    @Test
    void eachTenantHasItsOwnResponses() {
        String acme = warmUp("/tenants/pages/1", ACME);
        String globex = warmUp("/tenants/pages/1", GLOBEX);
        assertThat(acme).startsWith("page 1 of acme");
        assertThat(globex).startsWith("page 1 of globex");
        assertThat(server.get("/tenants/pages/1", ACME).text()).isEqualTo(acme);
        assertThat(server.get("/tenants/pages/1").text()).startsWith("page 1 of nobody");
    }

    @Test
    void contributorIsAskedOnceForEachRequest() {
        warmUp("/tenants/pages/1", ACME);
        int before = tenantKey.asked.get();
        assertThat(server.get("/tenants/pages/1", ACME).isHit()).isTrue();
        assertThat(tenantKey.asked).hasValue(before + 1);
        assertThat(server.get("/tenants/pages/1", GLOBEX).isHit()).isFalse();
        assertThat(tenantKey.asked).hasValue(before + 2);
        assertThat(server.get("/tenants/plain", ACME).status()).isEqualTo(200);
        assertThat(tenantKey.asked).hasValue(before + 2);
    }

    @Test
    void headIsAnsweredFromTheEntryOfTheTenant() {
        String acme = warmUp("/tenants/pages/1", ACME);
        warmUp("/tenants/pages/1", GLOBEX);
        WireResponse head = server.head("/tenants/pages/1", ACME);
        assertThat(head.isHit()).isTrue();
        assertThat(head.header("Content-Length")).isEqualTo(Integer.toString(acme.length()));
        assertThat(server.get("/tenants/pages/1", ACME, "If-None-Match: " + head.header("ETag"))
                        .status())
                .isEqualTo(304);
    }

    @Test
    void methodReplacesTheContributorsOfItsController() {
        assertThat(warmUp("/tenants/plain", ACME))
                .isEqualTo(server.get("/tenants/plain", GLOBEX).text());
    }

    @Test
    void absentAndEmptyTextAreDifferentKeys() {
        String absent = warmUp("/tenants/kinds");
        String empty = warmUp("/tenants/kinds", "X-Kind:");
        assertThat(empty).isNotEqualTo(absent);
        assertThat(server.get("/tenants/kinds").text()).isEqualTo(absent);
    }

    @Test
    void requestThatIsNotCacheableBypassesTheCache() {
        warmUp("/tenants/preview", ACME);
        WireResponse first = server.get("/tenants/preview", ACME, PREVIEW);
        WireResponse second = server.get("/tenants/preview", ACME, PREVIEW);
        assertThat(first.cacheStatus()).isEqualTo(NOT_CACHEABLE);
        assertThat(second.cacheStatus()).isEqualTo(NOT_CACHEABLE);
        assertThat(second.text()).isNotEqualTo(first.text());
        assertThat(first.headers("Cache-Control")).isEmpty();
        assertThat(first.header("Vary")).contains("Cookie", "X-Api-Key");
        assertThat(server.get("/tenants/preview", ACME).text()).doesNotContain("preview");
        assertThat(server.get("/tenants/preview", ACME, PREVIEW, "Cache-Control: only-if-cached")
                        .status())
                .isEqualTo(504);
    }

    /** The version source knows nothing of previews, so a preview must not have the entity tag of the page. */
    @Test
    void requestThatIsNotCacheableHasNoTagOfAVersion() {
        WireResponse page = server.get("/tenants/versioned");
        assertThat(page.header("ETag")).isNotNull();
        WireResponse preview = server.get("/tenants/versioned", PREVIEW);
        assertThat(preview.text()).startsWith("preview");
        assertThat(preview.headers("ETag")).isEmpty();
        assertThat(server.get("/tenants/versioned", PREVIEW, "If-None-Match: " + page.header("ETag"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void failureBypassesTheCacheAndIsLoggedOnce() {
        String stored = warmUp("/tenants/failing");
        try (LogCapture log = new LogCapture("io.httpcached", Level.WARN)) {
            for (String how : new String[] {"throw", "null"}) {
                WireResponse bypassed = server.get("/tenants/failing", "X-Fail: " + how);
                assertThat(bypassed.status()).isEqualTo(200);
                assertThat(bypassed.text()).isNotEqualTo(stored);
                assertThat(bypassed.cacheStatus())
                        .isEqualTo("fwd=bypass; fwd-status=200; detail=\"FailingKey failed\"");
            }
            assertThat(log.lines()).singleElement().satisfies(line -> assertThat(line)
                    .startsWith("WARN " + FailingKey.class.getName() + " failed")
                    .contains("GET /tenants/failing"));
        }
        assertThat(server.get("/tenants/failing").text()).isEqualTo(stored);
    }

    @Test
    void contributorsForAllRoutesComeFirstInTheirOrder() {
        String red = warmUp("/tenants/plain", "X-Group: red");
        assertThat(warmUp("/tenants/plain", "X-Group: blue")).isNotEqualTo(red);
        assertThat(warmUp("/tenants/uncontributed", "X-Group: red"))
                .isNotEqualTo(warmUp("/tenants/uncontributed", "X-Group: blue"));
        String key = explain("/tenants/pages/1&header=X-Group:red&attribute=tenant:%20acme");
        String group = GroupKey.class.getName();
        String tenant = TenantKey.class.getName();
        assertThat(key.indexOf("Lambdas")).as(key).isPositive().isLessThan(key.indexOf(group));
        assertThat(key)
                .contains(
                        part(group, "red") + "w" + group.length() + ":" + group + "1*7:X-Group", part(tenant, "acme"));
        assertThat(key.indexOf(group)).isLessThan(key.indexOf(tenant));
    }

    @Test
    void varyNamesTheFieldsOfAllContributors() {
        String expected = "X-Group, X-Api-Key";
        assertThat(server.get("/tenants/pages/1", ACME).header("Vary")).isEqualTo(expected);
        warmUp("/tenants/pages/1", ACME);
        assertThat(server.get("/tenants/pages/1", ACME).header("Vary")).isEqualTo(expected);
        assertThat(server.get("/tenants/pages/1", ACME, "Cache-Control: no-store")
                        .header("Vary"))
                .isEqualTo(expected);
        assertThat(server.get("/tenants/uncontributed").header("Vary")).isEqualTo("X-Group");
    }

    /** A stored response has one Vary, so requests that need another have another entry. */
    @Test
    void requestsWithOtherNamesForVaryDoNotShareAnEntry() {
        warmUp("/tenants/sources", "X-First: red");
        WireResponse other = server.get("/tenants/sources", "X-Second: red");
        assertThat(other.isHit()).isFalse();
        assertThat(other.header("Vary")).isEqualTo("X-Group, X-First, X-Second");
        assertThat(server.get("/tenants/sources", "X-First: red").header("Vary"))
                .isEqualTo("X-Group, X-First");
    }

    /** The key contains a part of the field, so a handler that names the field itself depends on all of it. */
    @Test
    void fieldThatTheHandlerNamesInVarySelectsByItsWholeValue() {
        assertThat(server.get("/tenants/own-vary", "X-Group: red").text()).isEqualTo("red");
        assertThat(server.get("/tenants/own-vary", "X-Group: RED").text()).isEqualTo("RED");
        assertThat(warmUp("/tenants/own-vary", "X-Group: red")).isEqualTo("red");
        assertThat(warmUp("/tenants/own-vary", "X-Group: RED")).isEqualTo("RED");
    }

    @Test
    void refreshIsForTheTenantOfTheRequest() {
        warmUp("/tenants/refreshed", ACME);
        String globex = warmUp("/tenants/refreshed", GLOBEX);
        server.advance(Duration.ofSeconds(15));
        String stale = server.get("/tenants/refreshed", ACME).text();
        WireResponse fresh = Eventually.get(() -> server.get("/tenants/refreshed", ACME), answer -> !answer.text()
                .equals(stale));
        assertThat(fresh.text()).startsWith("refreshed of acme");
        assertThat(server.get("/tenants/refreshed", GLOBEX).text()).isEqualTo(globex);
    }

    /** Meanwhile the filter finds another tenant for the same request. */
    @Test
    void refreshForAnotherTenantIsNotStored() {
        String stale = warmUp("/tenants/refreshed", ACME);
        server.advance(Duration.ofSeconds(15));
        server.bean(TenantFilter.class).swapOnRefresh = true;
        for (int refreshes = 1; refreshes < 4; refreshes++) {
            int expected = refreshes;
            Eventually.get(
                    () -> {
                        assertThat(server.get("/tenants/refreshed", ACME).text())
                                .isEqualTo(stale);
                        return pages.refreshes.get();
                    },
                    count -> count >= expected);
        }
    }

    /** The version source is asked about the other tenant then. */
    @Test
    void versionOfAnotherTenantDoesNotFreshenTheEntry() {
        warmUp("/tenants/versioned-refresh", ACME);
        server.advance(Duration.ofSeconds(15));
        server.bean(TenantFilter.class).swapOnRefresh = true;
        for (int refreshes = 1; refreshes < 4; refreshes++) {
            int expected = refreshes;
            Eventually.get(
                    () -> {
                        assertThat(server.get("/tenants/versioned-refresh", ACME)
                                        .cacheStatus())
                                .isEqualTo("hit; ttl=-5");
                        return pages.refreshes.get();
                    },
                    count -> count >= expected);
        }
    }

    @Test
    void equalRequestsOfOneTenantShareARun() throws Exception {
        pages.gate.close();
        CompletableFuture<WireResponse> acme = get("/tenants/slow", ACME);
        pages.gate.awaitRun();
        CompletableFuture<WireResponse> globex = get("/tenants/slow", GLOBEX);
        pages.gate.awaitRun();
        int asked = tenantKey.asked.get();
        CompletableFuture<WireResponse> again = get("/tenants/slow", ACME);
        Conditions.await(() -> tenantKey.asked.get() > asked);
        pages.gate.open();
        assertThat(acme.get().text()).isEqualTo(again.get().text()).startsWith("slow of acme");
        assertThat(globex.get().text()).startsWith("slow of globex");
        assertThat(pages.gate.runs()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"request", "path", "tag"})
    void invalidationReachesTheEntriesOfAllTenants(String how) {
        String acme = warmUp("/tenants/pages/1", ACME);
        String globex = warmUp("/tenants/pages/1", GLOBEX);
        HttpCache cache = server.bean(HttpCache.class);
        switch (how) {
            case "request" -> server.send("POST", "/tenants/pages/1", ACME, "Content-Length: 0");
            case "path" -> cache.invalidatePath("/tenants/pages/1").join();
            default -> cache.invalidateTags("page:1").join();
        }
        assertThat(server.get("/tenants/pages/1", ACME).text()).isNotEqualTo(acme);
        assertThat(server.get("/tenants/pages/1", GLOBEX).text()).isNotEqualTo(globex);
    }

    @Test
    void explanationShowsThePartsAndTheReason() {
        warmUp("/tenants/preview", ACME);
        assertThat(explain("/tenants/preview&header=X-Api-Key:%20a&attribute=tenant:%20acme"))
                .contains("\"decision\":\"hit\"", part(TenantKey.class.getName(), "acme"))
                .contains("\"" + TenantKey.class.getName() + "\",\"" + PreviewKey.class.getName() + "\"]");
        assertThat(explain("/tenants/preview")).contains("\"decision\":\"miss\"");
        assertThat(explain("/tenants/preview&header=Cookie:%20preview%3D1"))
                .contains(
                        "\"decision\":\"bypass\"",
                        "\"reason\":\"PreviewKey says that the request is not cacheable: preview\"");
    }

    @Test
    void reportListsTheContributorsOfEachRoute() {
        assertThat(server.get("/httpcache").text())
                .contains("\"" + GroupKey.class.getName() + "\",\"" + FailingKey.class.getName() + "\"]");
    }

    private String explain(String question) {
        WireResponse answer = server.get("/httpcache/explain?uri=" + question);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.text();
    }

    private CompletableFuture<WireResponse> get(String target, String... lines) {
        return CompletableFuture.supplyAsync(() -> server.get(target, lines));
    }

    private static String part(String name, String text) {
        return "k" + name.length() + ":" + name + text.length() + ":" + text;
    }

    private String warmUp(String target, String... lines) {
        return Eventually.get(() -> server.get(target, lines), WireResponse::isHit)
                .text();
    }

    @Controller("/tenants")
    @HttpCached(ttl = "1h", key = TenantKey.class)
    @Requires(property = "scenario", value = "key-contributors")
    @SuppressWarnings("httpcached:unbounded-query")
    static class Pages {

        final Gate gate = new Gate();
        final AtomicInteger refreshes = new AtomicInteger();
        private final AtomicInteger runs = new AtomicInteger();

        private String run(String page) {
            return page + " of " + tenant() + ", run " + runs.incrementAndGet();
        }

        private static String tenant() {
            return ServerRequestContext.currentRequest()
                    .flatMap(request -> request.getAttribute("tenant", String.class))
                    .orElse("nobody");
        }

        @Get("/pages/{id}")
        @HttpCached(tags = "page:{id}")
        String page(long id) {
            return run("page " + id);
        }

        @Post("/pages/{id}")
        @SuppressWarnings("httpcached:missing-invalidation")
        String change(long id) {
            return "changed";
        }

        @Get("/plain")
        @HttpCached(key = {})
        String plain() {
            return run("plain");
        }

        @Get("/kinds")
        @HttpCached(key = KindKey.class)
        String kinds() {
            return run("kinds");
        }

        @Get("/preview")
        @HttpCached(key = {TenantKey.class, PreviewKey.class})
        String preview() {
            return run("page");
        }

        @Get("/versioned")
        @HttpCached(key = PreviewKey.class, version = FirstVersion.class)
        String versioned() {
            boolean preview = ServerRequestContext.currentRequest()
                    .filter(request -> request.getCookies().contains("preview"))
                    .isPresent();
            return run(preview ? "preview" : "page");
        }

        @Get("/failing")
        @HttpCached(key = FailingKey.class)
        String failing() {
            return run("failing");
        }

        @Get("/sources")
        @HttpCached(key = SourceKey.class)
        String sources() {
            return run("sources");
        }

        @Get("/own-vary")
        @HttpCached(key = {})
        HttpResponse<String> ownVary() {
            return HttpResponse.ok(ServerRequestContext.currentRequest()
                            .map(request -> request.getHeaders().get("X-Group"))
                            .orElse(""))
                    .header("Vary", "X-Group");
        }

        @Get("/versioned-refresh")
        @HttpCached(ttl = "10s", staleWhileRevalidate = "1h", version = FirstVersion.class)
        String versionedRefresh() {
            return refreshed();
        }

        @Get("/refreshed")
        @HttpCached(ttl = "10s", staleWhileRevalidate = "1h")
        String refreshed() {
            if (ServerRequestContext.currentRequest()
                    .filter(BackgroundRefresh::isRefresh)
                    .isPresent()) {
                refreshes.incrementAndGet();
            }
            return run("refreshed");
        }

        @Get("/slow")
        @ExecuteOn(TaskExecutors.BLOCKING)
        String slow() {
            gate.pass();
            return run("slow");
        }
    }

    @Controller("/tenants/uncontributed")
    @Requires(property = "scenario", value = "key-contributors")
    static class Uncontributed {

        private final AtomicInteger runs = new AtomicInteger();

        @Get
        @HttpCached(ttl = "1h")
        String show() {
            return "run " + runs.incrementAndGet();
        }
    }

    /** Outside the cache. */
    @ServerFilter("/tenants/**")
    @Requires(property = "scenario", value = "key-contributors")
    static class TenantFilter implements Ordered {

        final Map<String, String> tenants = new ConcurrentHashMap<>(Map.of("a", "acme", "g", "globex"));
        volatile boolean swapOnRefresh;

        @Override
        public int getOrder() {
            return 0;
        }

        @RequestFilter
        void resolve(HttpRequest<?> request) {
            String key = request.getHeaders().get("X-Api-Key");
            String tenant = key == null ? null : tenants.get(key);
            if (tenant != null) {
                boolean other = swapOnRefresh && BackgroundRefresh.isRefresh(request);
                request.setAttribute("tenant", other ? "globex" : tenant);
            }
        }
    }

    @Singleton
    @Requires(property = "scenario", value = "key-contributors")
    static class TenantKey implements KeyContributor {

        final AtomicInteger asked = new AtomicInteger();

        @Override
        public KeyContribution contribute(HttpRequest<?> request) {
            asked.incrementAndGet();
            return KeyContribution.of(
                            request.getAttribute("tenant", String.class).orElse(null))
                    .vary("X-Api-Key");
        }
    }

    @Singleton
    @Requires(property = "scenario", value = "key-contributors")
    static class KindKey implements KeyContributor {

        @Override
        public KeyContribution contribute(HttpRequest<?> request) {
            return KeyContribution.of(request.getHeaders().get("X-Kind"));
        }
    }

    @Singleton
    @Requires(property = "scenario", value = "key-contributors")
    static class PreviewKey implements KeyContributor {

        @Override
        public KeyContribution contribute(HttpRequest<?> request) {
            return (request.getCookies().contains("preview")
                            ? KeyContribution.notCacheable("preview")
                            : KeyContribution.of(null))
                    .vary("Cookie");
        }
    }

    @Singleton
    @Requires(property = "scenario", value = "key-contributors")
    static class FailingKey implements KeyContributor {

        @Override
        @SuppressWarnings("NullAway") // as code without null checks may do
        public KeyContribution contribute(HttpRequest<?> request) {
            String how = request.getHeaders().get("X-Fail");
            if ("throw".equals(how)) {
                throw new IllegalStateException("on purpose");
            }
            return "null".equals(how) ? null : KeyContribution.of("fine");
        }
    }

    @Singleton
    @Requires(property = "scenario", value = "key-contributors")
    static class SourceKey implements KeyContributor {

        @Override
        public KeyContribution contribute(HttpRequest<?> request) {
            String first = request.getHeaders().get("X-First");
            return first != null
                    ? KeyContribution.of(first).vary("X-First")
                    : KeyContribution.of(request.getHeaders().get("X-Second")).vary("X-First", "X-Second");
        }
    }

    @Singleton
    @Order(2)
    @Requires(property = "scenario", value = "key-contributors")
    static class GroupKey implements CacheKeyContributor {

        @Override
        public KeyContribution contribute(HttpRequest<?> request) {
            String group = request.getHeaders().get("X-Group");
            return KeyContribution.of(group == null ? null : group.toLowerCase(Locale.ROOT))
                    .vary("X-Group");
        }
    }

    @Factory
    @Requires(property = "scenario", value = "key-contributors")
    static class Lambdas {

        @Singleton
        @Order(1)
        CacheKeyContributor lambda() {
            return request -> KeyContribution.of(null);
        }
    }

    @Singleton
    @Requires(property = "scenario", value = "key-contributors")
    static class FirstVersion implements VersionSource {

        @Override
        public CompletionStage<Optional<String>> version(HttpRequest<?> request, Map<String, Object> variables) {
            return CompletableFuture.completedFuture(Optional.of("1"));
        }
    }
}
