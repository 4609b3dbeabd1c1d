package io.httpcached.suite.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.annotation.HttpCached;
import io.httpcached.suite.wire.WireResponse;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.context.ServerRequestContext;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tests the request that waits for a run of its own handler in the background, because it can serve a stale response if the handler
 * fails. The filters outside the cache see both, and give each an attribute of its own.
 */
class BackgroundReadsTest {

    @ParameterizedTest
    @ValueSource(strings = {"stored", "object", "private", "not-modified"})
    void responseWithTheNonceOfTheBackgroundRunDoesNotReachTheClient(String path) {
        try (TestServer server = TestServer.start("background-reads")) {
            String target = "/background-reads/" + path;
            assertThat(server.get(target).cacheStatus()).contains("stored");
            server.advance(Duration.ofSeconds(15));
            server.bean(Pages.class).readsNonce = true;
            WireResponse response = server.get(target);
            assertThat(response.header("X-Read")).isEqualTo(response.header("X-Nonce"));
        }
    }

    @Controller("/background-reads")
    @Requires(property = "scenario", value = "background-reads")
    @HttpCached(ttl = "10s", staleIfError = "1h")
    static class Pages {

        private volatile boolean readsNonce;

        @Get("/stored")
        HttpResponse<String> stored() {
            return page("nonce");
        }

        @Get("/object")
        HttpResponse<String> object() {
            return page("boxed-nonce");
        }

        @Get("/private")
        HttpResponse<String> notStored() {
            return readsNonce ? page("nonce").header("Cache-Control", "private") : page("nonce");
        }

        @Get("/not-modified")
        HttpResponse<String> notModified() {
            return readsNonce
                    ? page("nonce").status(304).header("ETag", "\"1\"").header("Cache-Control", "no-store")
                    : page("nonce").header("ETag", "\"1\"");
        }

        private MutableHttpResponse<String> page(String attribute) {
            String read = readsNonce
                    ? ServerRequestContext.currentRequest()
                            .flatMap(request -> request.getAttribute(attribute))
                            .map(Object::toString)
                            .orElse("none")
                    : "nothing";
            return HttpResponse.ok("page").header("X-Read", read);
        }
    }

    /** Its text is that of the nonce, but the cache does not know the type. */
    private record Boxed(int nonce) {

        @Override
        public String toString() {
            return Integer.toString(nonce);
        }
    }

    @ServerFilter("/background-reads/**")
    @Requires(property = "scenario", value = "background-reads")
    static class NonceFilter implements Ordered {

        private final AtomicInteger nonces = new AtomicInteger();

        @Override
        public int getOrder() {
            return -1000;
        }

        @RequestFilter
        void filter(HttpRequest<?> request) {
            int nonce = nonces.incrementAndGet();
            request.setAttribute("nonce", nonce);
            request.setAttribute("boxed-nonce", new Boxed(nonce));
        }

        @ResponseFilter
        void report(HttpRequest<?> request, MutableHttpResponse<?> response) {
            request.getAttribute("nonce").ifPresent(nonce -> response.header("X-Nonce", nonce.toString()));
        }
    }
}
