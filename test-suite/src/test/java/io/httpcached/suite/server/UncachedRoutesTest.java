package io.httpcached.suite.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.annotation.HttpCached;
import io.httpcached.suite.wire.WireResponse;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that requests for uncached routes are answered as without the module. */
class UncachedRoutesTest {

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD"})
    void routeWithoutTheAnnotationHasNoCacheFields(String method) {
        try (TestServer server = TestServer.start("other-routes", "http-cache.status-header", "X-Cache")) {
            server.send(method, "/others/plain");
            assertUntouched(server.send(method, "/others/plain", "If-None-Match: *", "Range: bytes=0-1"));
        }
    }

    @Test
    void unknownPathHasNoCacheFields() {
        try (TestServer server = TestServer.start("other-routes", "http-cache.status-header", "X-Cache")) {
            WireResponse notFound = server.get("/others/none");
            assertThat(notFound.status()).isEqualTo(404);
            assertThat(notFound.header("Cache-Status")).isNull();
            assertThat(notFound.header("X-Cache")).isNull();
        }
    }

    @Test
    void disabledCacheRunsTheHandlerForEachRequest() {
        try (TestServer server =
                TestServer.start("other-routes", "http-cache.enabled", false, "http-cache.status-header", "X-Cache")) {
            server.get("/others/cached");
            WireResponse again = server.get("/others/cached", "If-None-Match: *", "Range: bytes=0-1");
            assertUntouched(again);
            assertThat(again.text()).isEqualTo("cached 2");
        }
    }

    private static void assertUntouched(WireResponse response) {
        assertThat(response.status()).isEqualTo(200);
        assertThat(response.headers())
                .extracting(header -> header.name().toLowerCase(Locale.ROOT))
                .isSubsetOf("content-type", "content-length", "connection");
    }

    @Controller("/others")
    @Requires(property = "scenario", value = "other-routes")
    static class Others {

        private final AtomicInteger runs = new AtomicInteger();

        @Get("/plain")
        String plain() {
            return "plain " + runs.incrementAndGet();
        }

        @Get("/cached")
        @HttpCached(ttl = "1m")
        String cached() {
            return "cached " + runs.incrementAndGet();
        }
    }
}
