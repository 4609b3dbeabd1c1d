package io.httpcached.suite.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.HttpCache;
import io.httpcached.annotation.HttpCached;
import io.httpcached.annotation.KeySource;
import io.httpcached.suite.wire.WireResponse;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.exceptions.HttpStatusException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tests soft invalidations, which mark entries as stale instead of removing them. */
class SoftInvalidationTest {

    private final TestServer server = TestServer.start("soft-invalidation");
    private final Prices prices = server.bean(Prices.class);

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void servesTheStaleResponseDuringTheBackgroundRefresh() {
        server.get("/prices/1");
        softly(cache -> cache.invalidateTags("price:1"));
        WireResponse stale = server.get("/prices/1");
        assertThat(stale.text()).isEqualTo("run 1");
        assertThat(stale.cacheStatus()).isEqualTo("hit; ttl=0");
        WireResponse fresh = Eventually.get(
                () -> server.get("/prices/1"), answer -> answer.cacheStatus().equals("hit; ttl=600"));
        assertThat(fresh.text()).isNotEqualTo("run 1");
    }

    @Test
    void downstreamCachesSeeTheResponseAsStale() {
        server.get("/prices/1");
        softly(cache -> cache.invalidateTags("price:1"));
        WireResponse stale = server.get("/prices/1");
        assertThat(stale.header("Cache-Control")).contains("max-age=600");
        assertThat(stale.header("Age")).isEqualTo("600");
    }

    @Test
    void staleWindowBeginsWithTheInvalidation() {
        prices.failing = false;
        server.get("/prices/1");
        softly(cache -> cache.invalidateTags("price:1"));
        prices.failing = true;
        server.advance(Duration.ofSeconds(59));
        assertThat(server.get("/prices/1").cacheStatus()).isEqualTo("hit; ttl=-59");
        server.advance(Duration.ofSeconds(1));
        assertThat(server.get("/prices/1").status()).isEqualTo(503);
    }

    @Test
    void runsTheHandlerIfStaleResponsesAreNotAllowed() {
        server.get("/prices/1/exact");
        softly(cache -> cache.invalidateTags("price:1"));
        WireResponse next = server.get("/prices/1/exact");
        assertThat(next.text()).isEqualTo("run 2");
        assertThat(next.cacheStatus()).startsWith("fwd=stale");
        assertThat(server.get("/prices/1/exact").isHit()).isTrue();
    }

    @Test
    void keepsTheResponseIfRevalidationSucceeds() {
        server.get("/prices/1/validated");
        softly(cache -> cache.invalidateTags("price:1"));
        WireResponse validated = server.get("/prices/1/validated");
        assertThat(validated.text()).isEqualTo("run 1");
        assertThat(validated.cacheStatus()).contains("fwd=stale; fwd-status=304");
        assertThat(server.get("/prices/1/validated").cacheStatus()).isEqualTo("hit; ttl=600");
        server.invalidateTags("price:1");
        assertThat(server.get("/prices/1/validated").isHit()).isFalse();
    }

    @Test
    void appliesToPathsNamespacesAndAllEntries() {
        expectStaleAfter(cache -> cache.invalidatePath("/prices/1"));
        expectStaleAfter(cache -> cache.invalidateNamespace("shop"));
        expectStaleAfter(HttpCache::clear);
    }

    private void expectStaleAfter(Function<HttpCache, CompletableFuture<Void>> invalidation) {
        Eventually.get(() -> server.get("/prices/1").cacheStatus(), status -> status.equals("hit; ttl=600"));
        softly(invalidation);
        assertThat(server.get("/prices/1").cacheStatus()).isEqualTo("hit; ttl=0");
    }

    private void softly(Function<HttpCache, CompletableFuture<Void>> invalidation) {
        invalidation.apply(server.bean(HttpCache.class).softly()).join();
    }

    @Controller("/prices/{id}")
    @Requires(property = "scenario", value = "soft-invalidation")
    static class Prices {

        private final AtomicInteger runs = new AtomicInteger();
        volatile boolean failing;

        @Get
        @HttpCached(
                ttl = "10m",
                clientTtl = "10m",
                staleWhileRevalidate = "1m",
                tags = "price:{id}",
                namespace = "shop")
        String show(String id) {
            return run();
        }

        @Get("/exact")
        @HttpCached(ttl = "10m", tags = "price:{id}")
        String exact(String id) {
            return run();
        }

        @Get("/validated")
        @HttpCached(ttl = "10m", tags = "price:{id}", keySource = KeySource.REQUEST_URI)
        HttpResponse<String> validated(String id, HttpRequest<?> request) {
            return request.getHeaders().contains("If-None-Match")
                    ? HttpResponse.notModified()
                    : HttpResponse.ok(run()).header("ETag", "\"1\"");
        }

        private String run() {
            if (failing) {
                throw new HttpStatusException(HttpStatus.SERVICE_UNAVAILABLE, "on purpose");
            }
            return "run " + runs.incrementAndGet();
        }
    }
}
