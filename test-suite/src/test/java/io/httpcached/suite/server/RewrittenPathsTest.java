package io.httpcached.suite.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.annotation.HttpCached;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.FilterContinuation;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactivestreams.Publisher;

/** Tests that a request invalidates the entries of its route if a filter gives the request another path. */
class RewrittenPathsTest {

    @ParameterizedTest
    @ValueSource(strings = {"X-Around", "X-Replace"})
    void entryOfTheRouteIsInvalidated(String filter) {
        try (TestServer server = TestServer.start("rewritten-paths")) {
            assertThat(server.get("/rewritten/1").text()).isEqualTo("1 version 0");
            assertThat(server.get("/rewritten/1").isHit()).isTrue();
            assertThat(server.send("PUT", "/rewritten/1", filter + ": /elsewhere")
                            .text())
                    .isEqualTo("1 changed at /elsewhere");
            assertThat(server.get("/rewritten/1").text()).isEqualTo("1 version 1");
        }
    }

    @Controller("/rewritten")
    @Requires(property = "scenario", value = "rewritten-paths")
    static class Pages {

        private final AtomicInteger version = new AtomicInteger();

        @Get("/{page}")
        @HttpCached(ttl = "1h")
        String show(int page) {
            return page + " version " + version.get();
        }

        @Put("/{page}")
        String change(int page, HttpRequest<?> request) {
            version.incrementAndGet();
            return page + " changed at " + request.getPath();
        }
    }

    @ServerFilter("/rewritten/**")
    @Requires(property = "scenario", value = "rewritten-paths")
    static class Rewriting implements Ordered {

        @Override
        public int getOrder() {
            return 0;
        }

        @RequestFilter
        Publisher<MutableHttpResponse<?>> around(
                HttpRequest<?> request, FilterContinuation<Publisher<MutableHttpResponse<?>>> continuation) {
            String path = request.getHeaders().get("X-Around");
            return path == null
                    ? continuation.proceed()
                    : continuation
                            .request(request.mutate().uri(URI.create(path)))
                            .proceed();
        }

        @RequestFilter
        HttpRequest<?> replace(HttpRequest<?> request) {
            String path = request.getHeaders().get("X-Replace");
            return path == null ? request : request.mutate().uri(URI.create(path));
        }
    }
}
