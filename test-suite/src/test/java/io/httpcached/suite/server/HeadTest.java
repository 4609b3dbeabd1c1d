package io.httpcached.suite.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.annotation.HttpCached;
import io.httpcached.annotation.KeySource;
import io.httpcached.suite.wire.WireResponse;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.views.View;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;

/** Tests that a response to HEAD equals that to GET without the body, and that the two are never confused. */
class HeadTest {

    private static final String SIGNATURE = "/head/signature";
    private static final String REQUEST_URI = "/head/request-uri";

    private final TestServer server = TestServer.start("head", "http-cache.max-body-size", "4KB");
    private final Heads heads = server.bean(Heads.class);

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {SIGNATURE, REQUEST_URI})
    void headAfterGetIsAHit(String target) {
        server.get(target);
        WireResponse get = server.get(target);
        WireResponse head = server.head(target);
        assertThat(head.isHit()).isTrue();
        assertThat(comparable(head)).isEqualTo(comparable(get));
        assertThat(head.header("Content-Length")).isEqualTo(Integer.toString(get.body().length));
        assertThat(heads.runs).hasValue(1);
    }

    /** The controller method cannot distinguish HEAD from GET, so it returned the response to GET. */
    @Test
    void headOfASignatureRouteStoresTheResponseToGet() {
        WireResponse head = server.head(SIGNATURE);
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.cacheStatus()).startsWith("fwd=miss; stored");
        WireResponse get = server.get(SIGNATURE);
        assertThat(get.isHit()).isTrue();
        assertThat(get.text()).isEqualTo("run 1");
        assertThat(head.header("Content-Length")).isEqualTo(get.header("Content-Length"));
        assertThat(heads.runs).hasValue(1);
    }

    @Test
    void headOfARequestUriRouteIsNotStored() {
        assertThat(server.head(REQUEST_URI).cacheStatus())
                .startsWith("fwd=miss")
                .doesNotContain("stored");
        WireResponse get = server.get(REQUEST_URI);
        assertThat(get.isHit()).isFalse();
        assertThat(get.text()).isEqualTo("GET 2");
        assertThat(server.head(REQUEST_URI).isHit()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                SIGNATURE,
                REQUEST_URI,
                "/head/no-store",
                "/head/bytes",
                "/head/view",
                "/head/large",
                "/head/stream"
            })
    void headHasNoBody(String target) {
        assertThat(server.head(target).body()).isEmpty();
        assertThat(server.head(target, "Cache-Control: no-store").body()).isEmpty();
        assertThat(server.get(target).body()).isNotEmpty();
        assertThat(server.head(target).body()).isEmpty();
    }

    @Test
    void headOfAViewStoresTheRenderedPageForGet() {
        server.head("/head/view");
        WireResponse get = server.get("/head/view");
        assertThat(get.isHit()).isTrue();
        assertThat(get.text()).contains("<p>Hello Ann, run 1</p>");
    }

    @ParameterizedTest
    @ValueSource(strings = {SIGNATURE, REQUEST_URI})
    void headReturns304ForMatchingEtag(String target) {
        String etag = server.get(target).header("ETag");
        WireResponse head = server.head(target, "If-None-Match: " + etag);
        assertThat(head.status()).isEqualTo(304);
        assertThat(head.header("ETag")).isEqualTo(etag);
        assertThat(comparable(head)).isEqualTo(comparable(server.get(target, "If-None-Match: " + etag)));
    }

    @Test
    void headIgnoresRange() {
        server.get(SIGNATURE);
        WireResponse head = server.head(SIGNATURE, "Range: bytes=0-1");
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.header("Content-Length")).isEqualTo("5");
    }

    @Test
    void invalidationRemovesTheEntryThatHeadStored() {
        server.head(SIGNATURE);
        server.invalidateTags("heads");
        assertThat(server.get(SIGNATURE).text()).isEqualTo("run 2");
    }

    private static List<String> comparable(WireResponse response) {
        return response.headers().stream()
                .map(header -> header.name().toLowerCase(Locale.ROOT) + ": " + header.value())
                .sorted()
                .toList();
    }

    @Controller("/head")
    @HttpCached(ttl = "1m", tags = "heads")
    @Requires(property = "scenario", value = "head")
    static class Heads {

        final AtomicInteger runs = new AtomicInteger();

        @Get("/signature")
        String signature() {
            return "run " + runs.incrementAndGet();
        }

        @Get("/no-store")
        HttpResponse<String> noStore() {
            return HttpResponse.ok("run " + runs.incrementAndGet()).header("Cache-Control", "no-store");
        }

        @Get("/bytes")
        byte[] bytes() {
            return new byte[] {1, 2, 3};
        }

        @Get("/view")
        @View("greeting")
        @SuppressWarnings("httpcached:missing-locale")
        @Produces(MediaType.TEXT_HTML)
        Map<String, Object> view() {
            return Map.of("name", "Ann", "run", runs.incrementAndGet());
        }

        @Get("/large")
        String large() {
            return "x".repeat(5_000);
        }

        @Get("/stream")
        @Produces(MediaType.TEXT_PLAIN)
        HttpResponse<?> stream() {
            return HttpResponse.ok(Flux.just("a", "b"));
        }

        @Get("/request-uri")
        @HttpCached(keySource = KeySource.REQUEST_URI)
        String requestUri(HttpRequest<?> request) {
            return request.getMethodName() + " " + runs.incrementAndGet();
        }
    }
}
