package io.httpcached.suite.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.BackgroundRefresh;
import io.httpcached.annotation.HttpCached;
import io.httpcached.suite.wire.WireResponse;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.convert.ConversionService;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpRequestWrapper;
import io.micronaut.http.MutableHttpHeaders;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.context.ServerRequestContext;
import io.micronaut.http.simple.SimpleHttpHeaders;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests background refreshes where a filter outside the cache wraps each request, and not always in the same way. */
class WrappedRefreshTest {

    private final TestServer server = TestServer.start("wrapped-refresh");

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/wrapped/read", "/wrapped/parameter"})
    void responseForAnotherValueDoesNotReplaceTheStaleOne(String path) {
        Tenants tenants = server.bean(Tenants.class);
        assertThat(server.get(path).text()).isEqualTo("a");
        server.advance(Duration.ofSeconds(90));
        tenants.ofRefreshes = "b";
        assertThat(server.get(path).text()).isEqualTo("a");
        AtomicInteger runs = server.bean(Pages.class).runs;
        Eventually.get(runs::get, count -> count >= 2);
        tenants.ofRefreshes = "a";
        WireResponse fresh = Eventually.get(
                () -> server.get(path), response -> response.cacheStatus().contains("ttl=60"));
        assertThat(fresh.text()).isEqualTo("a");
    }

    @Controller("/wrapped")
    @Requires(property = "scenario", value = "wrapped-refresh")
    @HttpCached(ttl = "1m", staleWhileRevalidate = "1h")
    static class Pages {

        private final AtomicInteger runs = new AtomicInteger();

        @Get("/read")
        String read() {
            runs.incrementAndGet();
            return ServerRequestContext.currentRequest()
                    .orElseThrow()
                    .getHeaders()
                    .get("X-Tenant");
        }

        @Get("/parameter")
        String parameter(@Header("X-Tenant") String tenant) {
            runs.incrementAndGet();
            return tenant;
        }
    }

    /** Outside the cache. */
    @ServerFilter("/wrapped/**")
    @Requires(property = "scenario", value = "wrapped-refresh")
    static class Tenants implements Ordered {

        private volatile String ofRefreshes = "a";

        @Override
        public int getOrder() {
            return -1000;
        }

        @RequestFilter
        HttpRequest<?> filter(HttpRequest<?> request) {
            boolean refresh = request.getAttributes().contains(BackgroundRefresh.ATTRIBUTE);
            return new WithTenant<>(request, refresh ? ofRefreshes : "a");
        }
    }

    private static final class WithTenant<B> extends HttpRequestWrapper<B> {

        private final MutableHttpHeaders headers = new SimpleHttpHeaders(ConversionService.SHARED);

        WithTenant(HttpRequest<B> request, String tenant) {
            super(request);
            request.getHeaders().forEachValue(headers::add);
            headers.set("X-Tenant", tenant);
        }

        @Override
        public HttpHeaders getHeaders() {
            return headers;
        }
    }
}
