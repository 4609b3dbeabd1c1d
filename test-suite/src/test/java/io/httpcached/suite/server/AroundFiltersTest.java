package io.httpcached.suite.server;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import io.httpcached.annotation.HttpCached;
import io.httpcached.annotation.KeySource;
import io.httpcached.suite.backend.LogCapture;
import io.httpcached.suite.wire.WireResponse;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.FilterContinuation;
import io.micronaut.http.filter.HttpServerFilter;
import io.micronaut.http.filter.ServerFilterChain;
import io.micronaut.http.server.annotation.PreMatching;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/**
 * Tests that nothing is stored of the changes that an around filter outside the cache makes to a response. The field of
 * a request that is named after a filter selects the filter's work.
 */
class AroundFiltersTest {

    private static final String REASON = "a filter outside the cache changed the response";

    private TestServer server = TestServer.start("around-filters");
    private TestServer withoutCache = TestServer.start("around-filters", "http-cache.enabled", false);

    @AfterEach
    void stop() {
        server.close();
        withoutCache.close();
    }

    private void restartIfBeforeMatching(String filter) {
        if (filter.startsWith("X-Pre-Matching")) {
            stop();
            server = TestServer.start("around-filters", "before-matching", true);
            withoutCache = TestServer.start("around-filters", "before-matching", true, "http-cache.enabled", false);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Legacy", "X-Continuation", "X-Pre-Matching"})
    void requestIdOfOneRequestReachesNoOther(String filter) {
        restartIfBeforeMatching(filter);
        WireResponse first = server.get("/around/value", filter + ": id", "X-Id: 1");
        WireResponse second = server.get("/around/value", filter + ": id", "X-Id: 2");
        WireResponse plain = server.get("/around/value");
        WireResponse hit = server.get("/around/value", filter + ": id", "X-Id: 3");
        assertThat(first.headers("X-Request-Id")).containsExactly("1");
        assertThat(first.cacheStatus()).contains(REASON).doesNotContain("stored");
        assertThat(second.headers("X-Request-Id")).containsExactly("2");
        assertThat(second.cacheStatus()).contains(REASON);
        assertThat(plain.headers("X-Request-Id")).isEmpty();
        assertThat(hit.isHit()).isTrue();
        assertThat(hit.headers("X-Request-Id")).containsExactly("3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Legacy", "X-Continuation", "X-Pre-Matching"})
    void bodyIsWrappedOnceAsWithoutTheCache(String filter) {
        restartIfBeforeMatching(filter);
        String expected = withoutCache.get("/around/value", filter + ": wrap").text();
        for (String kind : List.of("miss", "next miss")) {
            WireResponse response = server.get("/around/value", filter + ": wrap");
            assertThat(response.text()).as(kind).isEqualTo(expected);
            assertThat(response.cacheStatus()).as(kind).contains(REASON);
        }
        server.get("/around/value");
        WireResponse hit = server.get("/around/value", filter + ": wrap");
        assertThat(hit.isHit()).isTrue();
        assertThat(hit.text()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "X-Legacy, /around/bytes",
        "X-Continuation, /around/bytes",
        "X-Pre-Matching, /around/bytes",
        "X-Legacy, /around/map",
        "X-Continuation, /around/map",
        "X-Pre-Matching, /around/map",
    })
    void bodyModifiedInPlaceIsNotStored(String filter, String path) {
        restartIfBeforeMatching(filter);
        WireResponse expected = withoutCache.get(path, filter + ": modify", "X-Id: 1");
        WireResponse modified = server.get(path, filter + ": modify", "X-Id: 1");
        assertThat(modified.text()).isEqualTo(expected.text()).contains("1");
        assertThat(modified.cacheStatus()).contains(REASON).doesNotContain("stored");
        WireResponse plain = server.get(path);
        assertThat(plain.isHit()).isFalse();
        assertThat(plain.text()).isEqualTo(withoutCache.get(path).text()).doesNotContain("1");
        WireResponse hit = server.get(path, filter + ": modify", "X-Id: 1");
        assertThat(hit.isHit()).isTrue();
        assertThat(hit.text()).isEqualTo(expected.text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/around/bytes", "/around/map"})
    void bodyThatNoFilterModifiedIsStored(String path) {
        assertThat(server.get(path, "X-Legacy: look").cacheStatus()).contains("stored");
        assertThat(server.get(path).isHit()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"status", "replace"})
    void otherChangesAreNotStored(String work) {
        WireResponse expected = withoutCache.get("/around/value", "X-Legacy: " + work);
        WireResponse changed = server.get("/around/value", "X-Legacy: " + work);
        assertThat(changed.status()).isEqualTo(expected.status());
        assertThat(changed.text()).isEqualTo(expected.text());
        assertThat(changed.cacheStatus()).doesNotContain("stored");
        WireResponse plain = server.get("/around/value");
        assertThat(plain.status()).isEqualTo(200);
        assertThat(plain.isHit()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Legacy: look",
                "X-Legacy: request",
                "X-Continuation: look",
                "X-Continuation: request",
                "X-Pre-Matching: look",
                "X-Pre-Matching: request"
            })
    void responseThatNoFilterChangedIsStored(String work) {
        restartIfBeforeMatching(work);
        WireResponse miss = server.get("/around/value", work);
        assertThat(miss.cacheStatus()).contains("stored").doesNotContain(REASON);
        assertThat(server.get("/around/value", work).isHit()).isTrue();
        assertThat(server.bean(Routes.class).runs).hasValue(1);
    }

    @Test
    void changesOfFiltersInsideTheCacheAreStored() {
        for (String work : List.of("X-Inner: around", "X-Inner: response")) {
            String path = "/around/value?" + work.substring("X-Inner: ".length());
            WireResponse miss = server.get(path, work);
            assertThat(miss.cacheStatus()).as(work).contains("stored");
            WireResponse hit = server.get(path, work);
            assertThat(hit.isHit()).as(work).isTrue();
            assertThat(hit.headers("X-From-Inner")).as(work).containsExactly("1");
        }
    }

    @Test
    void backgroundRefreshDoesNotStoreTheChange() {
        server.get("/around/value", "X-Id: 1");
        server.advance(Duration.ofSeconds(61));
        try (LogCapture log = new LogCapture("io.httpcached", Level.DEBUG)) {
            WireResponse stale = server.get("/around/value", "X-Legacy: id", "X-Id: 2");
            assertThat(stale.headers("X-Request-Id")).containsExactly("2");
            Eventually.get(log::lines, lines -> lines.stream().anyMatch(line -> line.contains(REASON)));
        }
        assertThat(server.get("/around/value").headers("X-Request-Id")).isEmpty();
        assertThat(server.bean(Routes.class).runs).hasValueGreaterThan(1);
    }

    @Test
    void warningNamesTheFiltersOnce() {
        try (LogCapture log = new LogCapture("io.httpcached", Level.WARN)) {
            server.get("/around/value", "X-Legacy: look");
            assertThat(log.lines()).isEmpty();
            server.get("/around/value?other", "X-Legacy: id", "X-Id: 1");
            server.get("/around/value?other", "X-Legacy: id", "X-Id: 2");
            assertThat(log.lines())
                    .singleElement()
                    .asString()
                    .contains(Legacy.class.getName(), Continuation.class.getName(), "@ResponseFilter")
                    .doesNotContain(Inner.class.getName());
        }
    }

    @Controller("/around")
    @Requires(property = "scenario", value = "around-filters")
    static class Routes {

        final AtomicInteger runs = new AtomicInteger();

        @Get("/value")
        @HttpCached(keySource = KeySource.REQUEST_URI, ttl = "1m", staleWhileRevalidate = "1h")
        Map<String, Object> value() {
            runs.incrementAndGet();
            return Map.of("value", 1);
        }

        @Get("/bytes")
        @HttpCached(ttl = "1m")
        byte[] bytes() {
            return "for 0".getBytes(StandardCharsets.UTF_8);
        }

        @Get("/map")
        @HttpCached(ttl = "1m")
        Map<String, Object> map() {
            return new HashMap<>(Map.of("user", "0"));
        }
    }

    private static HttpRequest<?> before(HttpRequest<?> request, String work) {
        return work.equals("request") ? request.mutate().header("X-Added", "1") : request;
    }

    private static MutableHttpResponse<?> after(HttpRequest<?> request, MutableHttpResponse<?> response, String work) {
        return switch (work) {
            case "id" -> response.header("X-Request-Id", request.getHeaders().get("X-Id"));
            case "wrap" -> response.body(Map.of("data", response.body()));
            case "status" -> response.status(203);
            case "modify" -> modify(response, request.getHeaders().get("X-Id"));
            case "replace" -> HttpResponse.ok(Map.of("other", 1));
            case "look" -> {
                assertThat(response.body()).isNotNull();
                yield response;
            }
            default -> response;
        };
    }

    @SuppressWarnings("unchecked")
    private static MutableHttpResponse<?> modify(MutableHttpResponse<?> response, String id) {
        if (response.body() instanceof byte[] bytes) {
            bytes[bytes.length - 1] = (byte) id.charAt(0);
        } else {
            ((Map<String, Object>) response.body()).put("user", id);
        }
        return response;
    }

    /** A filter that may be registered before the filters of the cache. */
    @Filter(Filter.MATCH_ALL_PATTERN)
    @Requires(property = "scenario", value = "around-filters")
    static class Legacy implements HttpServerFilter {

        @Override
        public int getOrder() {
            return Ordered.HIGHEST_PRECEDENCE;
        }

        @Override
        public Publisher<MutableHttpResponse<?>> doFilter(HttpRequest<?> request, ServerFilterChain chain) {
            String work = request.getHeaders().get("X-Legacy", String.class, "");
            return Flux.from(chain.proceed(before(request, work))).map(response -> after(request, response, work));
        }
    }

    /** A filter with a continuation. */
    @ServerFilter("/around/**")
    @Requires(property = "scenario", value = "around-filters")
    static class Continuation implements Ordered {

        @Override
        public int getOrder() {
            return 0;
        }

        @RequestFilter
        Publisher<MutableHttpResponse<?>> around(
                HttpRequest<?> request, FilterContinuation<Publisher<MutableHttpResponse<?>>> continuation) {
            String work = request.getHeaders().get("X-Continuation", String.class, "");
            return Flux.from(continuation.request(before(request, work)).proceed())
                    .map(response -> after(request, response, work));
        }
    }

    /** A filter that runs before the route is known, so outside the cache whatever its order. */
    @ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
    @Requires(property = "scenario", value = "around-filters")
    @Requires(property = "before-matching", value = "true")
    static class BeforeMatching {

        @PreMatching
        @RequestFilter
        Publisher<MutableHttpResponse<?>> around(
                HttpRequest<?> request, FilterContinuation<Publisher<MutableHttpResponse<?>>> continuation) {
            String work = request.getHeaders().get("X-Pre-Matching", String.class, "");
            return Flux.from(continuation.request(before(request, work)).proceed())
                    .map(response -> after(request, response, work));
        }
    }

    /** A filter inside the cache. */
    @ServerFilter("/around/**")
    @Requires(property = "scenario", value = "around-filters")
    static class Inner {

        @RequestFilter
        Publisher<MutableHttpResponse<?>> around(
                HttpRequest<?> request, FilterContinuation<Publisher<MutableHttpResponse<?>>> continuation) {
            return Flux.from(continuation.proceed())
                    .map(response -> isAsked(request, "around") ? response.header("X-From-Inner", "1") : response);
        }

        @ResponseFilter
        void respond(HttpRequest<?> request, MutableHttpResponse<?> response) {
            if (isAsked(request, "response")) {
                response.header("X-From-Inner", "1");
            }
        }

        private static boolean isAsked(HttpRequest<?> request, String work) {
            return request.getHeaders().get("X-Inner", String.class, "").equals(work);
        }
    }
}
