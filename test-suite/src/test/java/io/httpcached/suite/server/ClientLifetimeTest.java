package io.httpcached.suite.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.CacheTags;
import io.httpcached.annotation.CacheScope;
import io.httpcached.annotation.HttpCacheInvalidate;
import io.httpcached.annotation.HttpCached;
import io.httpcached.server.report.CacheReport;
import io.httpcached.server.report.RequestReport;
import io.httpcached.server.report.RouteReport;
import io.httpcached.suite.wire.WireResponse;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the {@code Cache-Control} that clients receive for each route, and the reason that the report states. */
class ClientLifetimeTest {

    private static final String REVALIDATE = "no-cache";

    private static final TestServer SERVER =
            TestServer.start("client-lifetimes", "http-cache.policies.kept.client-ttl", "20s");

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "/plain                | max-age=600, stale-while-revalidate=60 | the route has no tags, and no route invalidates its path",
                "/tagged               | no-cache          | the route has tags",
                "/collected            | no-cache          | the handler adds tags",
                "/things/{id}          | no-cache          | PUT /lifetimes/things/{number:[0-9]+} may invalidate the response",
                "/reviews/{id}/all     | no-cache          | POST /lifetimes/elsewhere/{id} may invalidate the response",
                "/spaced               | no-cache          | POST /lifetimes/clear may invalidate the response",
                "/numbers/{id:[0-9]+}  | max-age=600       | the route has no tags, and no route invalidates its path",
                "/public               | public, no-cache  | the route has tags",
                "/own/{id}             | private, no-cache | the response belongs to one user",
                "/annotated            | max-age=30        | clientTtl of @HttpCached",
                "/zero                 | no-cache          | clientTtl of @HttpCached",
                "/named                | max-age=20        | http-cache.policies.kept.client-ttl",
                "/explicit             | none              | the route has tags",
            })
    void reportStatesTheRuleOfEachRoute(String uri, String cacheControl, String reason) {
        assertThat(route(SERVER, uri).clients()).isEqualTo(new RouteReport.Clients(cacheControl, reason));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/plain        | max-age=600, stale-while-revalidate=60",
                "/tagged       | no-cache",
                "/collected    | no-cache",
                "/things/1     | no-cache",
                "/reviews/1/all | no-cache",
                "/spaced       | no-cache",
                "/numbers/1    | max-age=600",
                "/public       | public, no-cache",
                "/annotated    | max-age=30",
                "/zero         | no-cache",
                "/named        | max-age=20",
                "/explicit     | max-age=5",
                "/grouped      | no-cache",
            })
    void missHitAndNotModifiedSayTheSame(String target, String cacheControl) {
        String path = "/lifetimes" + target;
        WireResponse miss = SERVER.get(path);
        String tag = Objects.requireNonNull(miss.header("ETag"));
        WireResponse hit = SERVER.get(path);
        WireResponse notModified = SERVER.get(path, "If-None-Match: " + tag);
        assertThat(miss.headers("Cache-Control")).containsExactly(cacheControl);
        assertThat(hit.isHit()).isTrue();
        assertThat(hit.headers("Cache-Control")).containsExactly(cacheControl);
        assertThat(notModified.status()).isEqualTo(304);
        assertThat(notModified.headers("Cache-Control")).containsExactly(cacheControl);
    }

    @Test
    void ruleForClientsDoesNotShortenTheLifetimeOfTheEntry() {
        try (TestServer server = TestServer.start("client-lifetimes", "http-cache.policies.kept.client-ttl", "20s")) {
            server.get("/lifetimes/tagged");
            server.advance(Duration.ofSeconds(599));
            assertThat(server.get("/lifetimes/tagged").cacheStatus()).isEqualTo("hit; ttl=1");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/plain, max-age=15",
        "/tagged, max-age=15",
        "/annotated, max-age=30",
        "/zero, no-cache",
        "/named, max-age=20",
    })
    void generalSettingAppliesUnlessAMoreSpecificOneDoes(String target, String cacheControl) {
        try (TestServer server = TestServer.start(
                "client-lifetimes", "http-cache.policies.kept.client-ttl", "20s", "http-cache.client-ttl", "15s")) {
            assertThat(server.get("/lifetimes" + target).header("Cache-Control"))
                    .isEqualTo(cacheControl);
            assertThat(route(server, "/tagged").clients().reason()).isEqualTo("http-cache.client-ttl");
        }
    }

    @Test
    void declaredPathsAreWithinTheContextPath() {
        try (TestServer server = TestServer.start(
                "client-lifetimes",
                "http-cache.policies.kept.client-ttl",
                "20s",
                "micronaut.server.context-path",
                "/shop")) {
            assertThat(server.get("/shop/lifetimes/reviews/1/all").header("Cache-Control"))
                    .isEqualTo(REVALIDATE);
            assertThat(server.get("/shop/lifetimes/plain").header("Cache-Control"))
                    .startsWith("max-age");
        }
    }

    @Test
    void managementEndpointsInvalidateNoRouteOfTheApplication() {
        try (TestServer server = TestServer.start(
                "client-lifetimes",
                "http-cache.policies.kept.client-ttl",
                "20s",
                "endpoints.all.path",
                "/lifetimes/pages")) {
            assertThat(server.send("DELETE", "/lifetimes/pages/httpcache?all=true")
                            .status())
                    .isEqualTo(401);
            assertThat(server.get("/lifetimes/pages/one").header("Cache-Control"))
                    .isEqualTo("max-age=600");
        }
    }

    @Test
    void explanationStatesTheRuleForTheCopy() {
        assertThat(explain("/lifetimes/annotated?new"))
                .isEqualTo(new RouteReport.Clients("max-age=30", "clientTtl of @HttpCached"));
        try (TestServer server = TestServer.start("client-lifetimes", "http-cache.policies.kept.client-ttl", "20s")) {
            server.get("/lifetimes/annotated");
            server.advance(Duration.ofSeconds(9));
            assertThat(explain(server, "/lifetimes/annotated"))
                    .isEqualTo(new RouteReport.Clients("max-age=39", "clientTtl of @HttpCached"));
        }
        SERVER.get("/lifetimes/explicit");
        assertThat(explain("/lifetimes/explicit"))
                .isEqualTo(new RouteReport.Clients("max-age=5", "the response has a lifetime of its own"));
        SERVER.get("/lifetimes/grouped");
        assertThat(explain("/lifetimes/grouped"))
                .isEqualTo(new RouteReport.Clients(REVALIDATE, "the response names cache groups"));
        assertThat(explain("/lifetimes/own/1")).isNull();
    }

    @Test
    void handlerMayGiveACdnALifetimeThatBrowsersIgnore() {
        WireResponse miss = SERVER.get("/lifetimes/cdn");
        WireResponse hit = SERVER.get("/lifetimes/cdn");
        assertThat(hit.isHit()).isTrue();
        for (WireResponse response : new WireResponse[] {miss, hit}) {
            assertThat(response.headers("Cache-Control")).containsExactly(REVALIDATE);
            assertThat(response.headers("CDN-Cache-Control")).containsExactly("max-age=300");
        }
    }

    private static RouteReport route(TestServer server, String uri) {
        return server.bean(CacheReport.class).routes().stream()
                .filter(route -> route.uris().contains("/lifetimes" + uri))
                .findFirst()
                .orElseThrow();
    }

    private static RouteReport.@Nullable Clients explain(String target) {
        return explain(SERVER, target);
    }

    private static RouteReport.@Nullable Clients explain(TestServer server, String target) {
        RequestReport report =
                server.bean(CacheReport.class).explain(HttpRequest.GET(target)).join();
        return report.clients();
    }

    @Controller("/lifetimes")
    @Requires(property = "scenario", value = "client-lifetimes")
    static class Lifetimes {

        @Get("/plain")
        @HttpCached(ttl = "10m", staleWhileRevalidate = "1m")
        String plain() {
            return "plain";
        }

        @Get("/tagged")
        @HttpCached(ttl = "10m", staleWhileRevalidate = "1m", tags = "news")
        String tagged() {
            return "tagged";
        }

        @Get("/collected")
        @HttpCached(ttl = "10m")
        String collected(CacheTags tags) {
            tags.add("news");
            return "collected";
        }

        @Get("/things/{id}")
        @HttpCached(ttl = "10m")
        String thing(int id) {
            return "thing " + id;
        }

        @Put("/things/{number:[0-9]+}")
        @SuppressWarnings("httpcached:missing-invalidation")
        void change(int number) {}

        @Get("/reviews/{id}/all")
        @HttpCached(ttl = "10m")
        String reviews(int id) {
            return "reviews of " + id;
        }

        @Post("/elsewhere/{id}")
        @HttpCacheInvalidate(paths = "/lifetimes/reviews/{id}/all")
        void elsewhere(int id) {}

        @Get("/spaced")
        @HttpCached(ttl = "10m", namespace = "spaced")
        String spaced() {
            return "spaced";
        }

        @Post("/clear")
        @HttpCacheInvalidate(namespace = "${clear.namespace:spaced}")
        void clear() {}

        @Get("/numbers/{id:[0-9]+}")
        @HttpCached(ttl = "10m")
        String number(int id) {
            return "number " + id;
        }

        @Post("/numbers/search")
        @SuppressWarnings("httpcached:missing-invalidation")
        void search() {}

        @Get("/public")
        @HttpCached(ttl = "10m", scope = CacheScope.PUBLIC, tags = "news")
        String everybody() {
            return "public";
        }

        @Get("/own/{id}")
        @HttpCached(ttl = "10m", scope = CacheScope.PRIVATE)
        String own(int id) {
            return "own " + id;
        }

        @Get("/annotated")
        @HttpCached(ttl = "10m", clientTtl = "30s", policy = "kept", tags = "news")
        String annotated() {
            return "annotated";
        }

        @Get("/zero")
        @HttpCached(ttl = "10m", clientTtl = "0s")
        String zero() {
            return "zero";
        }

        @Get("/named")
        @HttpCached(ttl = "10m", policy = "kept", tags = "news")
        String named() {
            return "named";
        }

        @Get("/explicit")
        @HttpCached(tags = "news")
        HttpResponse<String> explicit() {
            return HttpResponse.ok("explicit").header("Cache-Control", "max-age=5");
        }

        @Get("/grouped")
        @HttpCached(ttl = "10m")
        HttpResponse<String> grouped() {
            return HttpResponse.ok("grouped").header("Cache-Groups", "\"news\"");
        }

        @Get("/cdn")
        @HttpCached(ttl = "10m", tags = "news")
        HttpResponse<String> cdn() {
            return HttpResponse.ok("for a CDN").header("CDN-Cache-Control", "max-age=300");
        }

        @Get("/pages/{name}")
        @HttpCached(ttl = "10m")
        String page(String name) {
            return "page " + name;
        }
    }
}
