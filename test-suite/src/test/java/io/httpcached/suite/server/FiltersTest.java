package io.httpcached.suite.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.annotation.HttpCached;
import io.httpcached.suite.wire.WireResponse;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * Tests the order of the cache among the application's filters: changes by filters between the cache and the handler
 * are stored, filters before the cache run for each request.
 */
class FiltersTest {

    private static final int CACHE_ORDER = ServerFilterPhase.SECURITY.after();

    @Test
    void fieldsOfInnerFiltersAreStored() {
        try (TestServer server = TestServer.start("filters")) {
            assertThat(server.get("/filtered").headers("X-Inner")).containsExactly("1");
            assertThat(server.get("/filtered").headers("X-Inner")).containsExactly("1");
        }
    }

    @Test
    void outerFiltersRunForEachRequest() {
        try (TestServer server = TestServer.start("filters")) {
            WireResponse miss = server.get("/filtered");
            assertThat(miss.headers("X-Outer")).containsExactly("1");
            WireResponse hit = server.get("/filtered");
            assertThat(hit.isHit()).isTrue();
            assertThat(hit.headers("X-Outer")).containsExactly("2");
            WireResponse notModified = server.get("/filtered", "If-None-Match: " + miss.header("ETag"));
            assertThat(notModified.status()).isEqualTo(304);
            assertThat(notModified.headers("X-Outer")).containsExactly("3");
        }
    }

    @Test
    void outerFilterCanRejectBeforeTheCacheAnswers() {
        try (TestServer server = TestServer.start("filters")) {
            server.get("/filtered");
            assertThat(server.get("/filtered", "X-Refuse: 1").status()).isEqualTo(403);
        }
    }

    @Test
    void orderOfTheCacheIsConfigurable() {
        try (TestServer server =
                TestServer.start("filters", "http-cache.filter-order", ServerFilterPhase.LAST.order())) {
            server.get("/filtered");
            WireResponse hit = server.get("/filtered");
            assertThat(hit.isHit()).isTrue();
            assertThat(hit.headers("X-Inner")).containsExactly("2");
        }
    }

    @Controller("/filtered")
    @Requires(property = "scenario", value = "filters")
    static class Filtered {

        @Get
        @HttpCached(ttl = "1m")
        String show() {
            return "shown";
        }
    }

    @ServerFilter("/filtered")
    @Requires(property = "scenario", value = "filters")
    static class Inner implements Ordered {

        private final AtomicInteger runs = new AtomicInteger();

        @Override
        public int getOrder() {
            return CACHE_ORDER + 50;
        }

        @ResponseFilter
        void add(MutableHttpResponse<?> response) {
            response.header("X-Inner", Integer.toString(runs.incrementAndGet()));
        }
    }

    @ServerFilter("/filtered")
    @Requires(property = "scenario", value = "filters")
    static class Outer implements Ordered {

        private final AtomicInteger runs = new AtomicInteger();

        @Override
        public int getOrder() {
            return CACHE_ORDER - 50;
        }

        @RequestFilter
        @Nullable
        HttpResponse<?> refuse(HttpRequest<?> request) {
            return request.getHeaders().contains("X-Refuse") ? HttpResponse.status(HttpStatus.FORBIDDEN) : null;
        }

        @ResponseFilter
        void add(MutableHttpResponse<?> response) {
            response.header("X-Outer", Integer.toString(runs.incrementAndGet()));
        }
    }
}
