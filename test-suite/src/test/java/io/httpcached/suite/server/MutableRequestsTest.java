package io.httpcached.suite.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.BackgroundRefresh;
import io.httpcached.annotation.CacheScope;
import io.httpcached.annotation.HttpCached;
import io.httpcached.suite.wire.WireResponse;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.context.ServerRequestContext;
import io.micronaut.http.filter.ServerFilterPhase;
import java.security.Principal;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that a handler sees the values that filters set on a mutable request, as it does without the cache. */
class MutableRequestsTest {

    private static final String SEEN = "tenant t1, field f1, user nobody";

    private final TestServer server = TestServer.start("mutable-requests");

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void handlerOfAConditionalMissSeesTheValuesOfAnInnerFilter() {
        assertThat(server.get("/mutable/inner/uncached").text()).isEqualTo(SEEN);
        assertThat(server.get("/mutable/inner/uncached", "If-None-Match: \"other\"")
                        .text())
                .isEqualTo(SEEN);
        assertThat(server.get("/mutable/inner/cached", "If-None-Match: \"other\"")
                        .text())
                .isEqualTo(SEEN);
        WireResponse hit = server.get("/mutable/inner/cached");
        assertThat(hit.isHit()).isTrue();
        assertThat(hit.text()).isEqualTo(SEEN);
    }

    @Test
    void handlerOfARequestWithHeadSeesTheValuesOfAnInnerFilter() {
        assertThat(server.head("/mutable/inner/cached").status()).isEqualTo(200);
        WireResponse hit = server.get("/mutable/inner/cached");
        assertThat(hit.isHit()).isTrue();
        assertThat(hit.text()).isEqualTo(SEEN);
    }

    @Test
    void handlerOfAnIsolatedRequestSeesTheValuesOfAnInnerFilter() {
        try (TestServer isolating = TestServer.start("mutable-requests", "http-cache.unkeyed-reads", "hide")) {
            assertThat(isolating.get("/mutable/inner/cached").text()).isEqualTo(SEEN);
        }
    }

    @Test
    void handlerAndCacheSeeTheUserOfAnInnerFilter() {
        for (int i = 0; i < 2; i++) {
            WireResponse response = server.get("/mutable/inner/cached", "X-User: alice", "If-None-Match: \"other\"");
            assertThat(response.text()).isEqualTo("tenant t1, field f1, user alice");
            assertThat(response.cacheStatus()).doesNotContain("stored");
        }
    }

    @Test
    void conditionsOfTheClientStayHiddenFromAnInnerFilter() {
        assertThat(server.get("/mutable/inner/conditions", "If-None-Match: \"other\"")
                        .text())
                .isEqualTo("GET false GET /mutable/inner/conditions");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/mutable/outer/stale-if-error", "/mutable/outer/revalidated"})
    void requestThatWaitsForARevalidationKeepsItsUser(String path) {
        assertThat(server.get(path, "X-User: alice").text()).isEqualTo("tenant t1, user alice, run 1");
        assertThat(server.get(path, "X-User: alice").isHit()).isTrue();
        server.advance(Duration.ofSeconds(70));
        assertThat(server.get(path, "X-User: alice").text()).isEqualTo("tenant t1, user alice, run 2");
        assertThat(server.get(path, "X-User: alice").isHit()).isTrue();
    }

    @Test
    void backgroundRefreshKeepsTheUser() {
        String path = "/mutable/outer/stale-while-revalidate";
        assertThat(server.get(path, "X-User: alice").text()).isEqualTo("tenant t1, user alice, run 1");
        server.advance(Duration.ofSeconds(70));
        Eventually.get(() -> server.get(path, "X-User: alice").text(), "tenant t1, user alice, run 2"::equals);
        assertThat(server.bean(Users.class).refreshes).hasValue(1);
    }

    private static String seen(String name) {
        return request().getAttribute(name, String.class).orElse("none");
    }

    private static String user() {
        return request().getUserPrincipal().map(Principal::getName).orElse("nobody");
    }

    private static HttpRequest<?> request() {
        return ServerRequestContext.currentRequest().orElseThrow();
    }

    @ServerFilter("/mutable/inner/**")
    @Requires(property = "scenario", value = "mutable-requests")
    static class Tenants implements Ordered {

        @Override
        public int getOrder() {
            return LOWEST_PRECEDENCE;
        }

        @RequestFilter
        void set(MutableHttpRequest<?> request) {
            request.setAttribute(
                    "seen",
                    request.getMethodName() + " " + request.getHeaders().contains("If-None-Match") + " "
                            + request.getMethod() + " " + request.getUri());
            request.setAttribute("tenant", "t1");
            request.header("X-Field", "f1");
            request.getHeaders().findFirst("X-User").ifPresent(name -> {
                Principal user = () -> name;
                request.setUserPrincipal(user);
            });
        }
    }

    @Controller("/mutable/inner")
    @Requires(property = "scenario", value = "mutable-requests")
    static class Inner {

        @Get("/uncached")
        String uncached() {
            return text();
        }

        @Get("/cached")
        @HttpCached(ttl = "1m")
        String cached() {
            return text();
        }

        @Get("/conditions")
        @HttpCached(ttl = "1m")
        String conditions() {
            return seen("seen");
        }

        private static String text() {
            return "tenant " + seen("tenant") + ", field "
                    + request().getHeaders().get("X-Field") + ", user " + user();
        }
    }

    @ServerFilter("/mutable/outer/**")
    @Requires(property = "scenario", value = "mutable-requests")
    static class Users implements Ordered {

        final AtomicInteger refreshes = new AtomicInteger();

        @Override
        public int getOrder() {
            return ServerFilterPhase.SECURITY.order();
        }

        @RequestFilter
        void identify(MutableHttpRequest<?> request) {
            if (BackgroundRefresh.isRefresh(request)) {
                // The refresh has attributes of its own.
                assertThat(request.getAttribute("tenant")).isEmpty();
                refreshes.incrementAndGet();
            }
            request.setAttribute("tenant", "t1");
            Principal user = () -> request.getHeaders().get("X-User");
            request.setUserPrincipal(user);
        }
    }

    @Controller("/mutable/outer")
    @Requires(property = "scenario", value = "mutable-requests")
    static class Outer {

        private final AtomicInteger runs = new AtomicInteger();

        @Get("/stale-if-error")
        @HttpCached(ttl = "1m", staleIfError = "10m", scope = CacheScope.PRIVATE)
        String staleIfError() {
            return text();
        }

        @Get("/revalidated")
        @HttpCached(ttl = "1m", scope = CacheScope.PRIVATE)
        String revalidated() {
            return text();
        }

        @Get("/stale-while-revalidate")
        @HttpCached(ttl = "1m", staleWhileRevalidate = "10m", scope = CacheScope.PRIVATE)
        String staleWhileRevalidate() {
            return text();
        }

        private String text() {
            return "tenant " + seen("tenant") + ", user " + user() + ", run " + runs.incrementAndGet();
        }
    }
}
