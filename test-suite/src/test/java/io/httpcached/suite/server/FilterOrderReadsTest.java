package io.httpcached.suite.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.annotation.HttpCached;
import io.httpcached.annotation.KeyContribution;
import io.httpcached.annotation.KeyContributor;
import io.httpcached.suite.wire.WireResponse;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.context.ServerRequestContext;
import io.micronaut.http.filter.ServerFilterPhase;
import jakarta.inject.Singleton;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests filters of the order of the cache and of orders next to it, which are either outside the cache or observed. */
class FilterOrderReadsTest {

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1})
    void filterNearTheCacheIsOutsideOrObserved(int distance) {
        try (TestServer server = TestServer.start("filter-order-reads", "distance", distance)) {
            for (String path : new String[] {"/filter-order-reads/contributed", "/filter-order-reads/read"}) {
                for (String tenant : new String[] {"a", "b", "a", "b"}) {
                    WireResponse response = server.get(path, "X-Tenant: " + tenant);
                    assertThat(response.text())
                            .as(path + response.cacheStatus())
                            .isEqualTo(tenant);
                }
                assertThat(server.get(path, "X-Tenant: a").isHit()).as(path).isTrue();
            }
        }
    }

    @Controller("/filter-order-reads")
    @Requires(property = "scenario", value = "filter-order-reads")
    @HttpCached(ttl = "1h")
    static class Pages {

        @Get("/contributed")
        @HttpCached(ttl = "1h", key = TenantKey.class)
        String contributed() {
            return tenant();
        }

        @Get("/read")
        String read() {
            return tenant();
        }

        private static String tenant() {
            return ServerRequestContext.currentRequest()
                    .flatMap(request -> request.getAttribute("tenant", String.class))
                    .orElse("nobody");
        }
    }

    @Singleton
    @Requires(property = "scenario", value = "filter-order-reads")
    static class TenantKey implements KeyContributor {

        @Override
        public KeyContribution contribute(HttpRequest<?> request) {
            return KeyContribution.of(
                    request.getAttribute("tenant", String.class).orElse(null));
        }
    }

    @ServerFilter("/filter-order-reads/**")
    @Requires(property = "scenario", value = "filter-order-reads")
    static class TenantFilter implements Ordered {

        private final int distance;

        TenantFilter(@Value("${distance}") int distance) {
            this.distance = distance;
        }

        @Override
        public int getOrder() {
            return ServerFilterPhase.SECURITY.after() + distance;
        }

        @RequestFilter
        void filter(HttpRequest<?> request) {
            request.setAttribute("tenant", request.getHeaders().get("X-Tenant"));
        }
    }
}
