package io.httpcached.suite.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.annotation.HttpCached;
import io.httpcached.suite.wire.WireResponse;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Tests that the header fields of a handler take precedence over the annotation, and that request directives are
 * obeyed.
 */
class HandlerDirectivesTest {

    private final TestServer server = TestServer.start("directives", "http-cache.status-header", "X-Cache");

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void noStoreResponseIsNotStored() {
        server.get("/directives/no-store");
        WireResponse again = server.get("/directives/no-store");
        assertThat(again.text()).isEqualTo("run 2");
        assertThat(again.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void privateResponseIsNotStored() {
        server.get("/directives/private");
        assertThat(server.get("/directives/private").text()).isEqualTo("run 2");
    }

    @Test
    void lifetimeOfTheHandlerTakesPrecedence() {
        server.get("/directives/five-seconds");
        server.advance(Duration.ofSeconds(4));
        assertThat(server.get("/directives/five-seconds").cacheStatus()).isEqualTo("hit; ttl=1");
        server.advance(Duration.ofSeconds(2));
        assertThat(server.get("/directives/five-seconds").text()).isEqualTo("run 2");
    }

    @Test
    void etagOfTheHandlerTakesPrecedence() {
        server.get("/directives/tagged");
        WireResponse hit = server.get("/directives/tagged", "If-None-Match: \"x\", W/\"mine\"");
        assertThat(hit.status()).isEqualTo(304);
        assertThat(hit.header("ETag")).isEqualTo("\"mine\"");
    }

    @Test
    void comparesLastModifiedIfTheRequestHasNoEtag() {
        server.get("/directives/dated");
        String since = "If-Modified-Since: Thu, 01 Jan 2026 00:00:00 GMT";
        assertThat(server.get("/directives/dated", since).status()).isEqualTo(304);
        assertThat(server.get("/directives/dated", since, "If-None-Match: \"x\"")
                        .status())
                .isEqualTo(200);
        assertThat(server.get("/directives/dated", "If-Modified-Since: Wed, 31 Dec 2025 23:59:59 GMT")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void clientLifetimeCanBeShorterThanTheServerLifetime() {
        server.get("/directives/client-ttl");
        server.advance(Duration.ofMinutes(5));
        WireResponse hit = server.get("/directives/client-ttl");
        assertThat(hit.isHit()).isTrue();
        assertThat(hit.header("Age")).isEqualTo("300");
        assertThat(hit.header("Cache-Control")).contains("max-age=360");
    }

    @Test
    void noCacheRequestRunsTheHandlerAndReplacesTheEntry() {
        server.get("/directives/plain");
        assertThat(server.get("/directives/plain", "Cache-Control: no-cache").text())
                .isEqualTo("run 2");
        assertThat(server.get("/directives/plain").text()).isEqualTo("run 2");
    }

    @Test
    void noStoreRequestRunsTheHandlerAndKeepsTheEntry() {
        server.get("/directives/plain");
        assertThat(server.get("/directives/plain", "Cache-Control: no-store").text())
                .isEqualTo("run 2");
        assertThat(server.get("/directives/plain").text()).isEqualTo("run 1");
    }

    @Test
    void onlyIfCachedReturns504WithoutAnEntry() {
        WireResponse rejected = server.get("/directives/plain", "Cache-Control: only-if-cached");
        assertThat(rejected.status()).isEqualTo(504);
        assertThat(rejected.text()).contains("only-if-cached");
        server.get("/directives/plain");
        assertThat(server.get("/directives/plain", "Cache-Control: only-if-cached")
                        .isHit())
                .isTrue();
    }

    @Test
    void statusHeaderSaysHitOrMiss() {
        assertThat(server.get("/directives/plain").header("X-Cache")).isEqualTo("MISS");
        assertThat(server.get("/directives/plain").header("X-Cache")).isEqualTo("HIT");
    }

    @Controller("/directives")
    @HttpCached(ttl = "10m")
    @Requires(property = "scenario", value = "directives")
    static class Directives {

        private final AtomicInteger runs = new AtomicInteger();

        private HttpResponse<String> run(String name, String value) {
            return HttpResponse.ok("run " + runs.incrementAndGet()).header(name, value);
        }

        @Get("/plain")
        String plain() {
            return "run " + runs.incrementAndGet();
        }

        @Get("/no-store")
        HttpResponse<String> noStore() {
            return run("Cache-Control", "no-store");
        }

        @Get("/private")
        HttpResponse<String> personal() {
            return run("Cache-Control", "private");
        }

        @Get("/five-seconds")
        HttpResponse<String> fiveSeconds() {
            return run("Cache-Control", "max-age=5");
        }

        @Get("/tagged")
        HttpResponse<String> tagged() {
            return run("ETag", "\"mine\"");
        }

        @Get("/dated")
        HttpResponse<String> dated() {
            return run("Last-Modified", "Thu, 01 Jan 2026 00:00:00 GMT");
        }

        @Get("/client-ttl")
        @HttpCached(clientTtl = "1m")
        String clientTtl() {
            return "run " + runs.incrementAndGet();
        }
    }
}
