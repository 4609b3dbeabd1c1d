package io.httpcached.suite.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.annotation.HttpCached;
import io.httpcached.suite.wire.WireResponse;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.order.Ordered;
import io.micronaut.core.type.Argument;
import io.micronaut.core.type.MutableHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpResponseWrapper;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.body.MessageBodyWriter;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.filter.HttpServerFilter;
import io.micronaut.http.filter.ServerFilterChain;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.views.View;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Tests that a filter outside the cache can do with the body of a response what it can do without the cache, and that
 * it cannot reach the stored bytes. The field {@code X-Filter} of a request names the work of the filter.
 */
class OuterFiltersTest {

    private static final List<String> DESCRIBING_STORED_BYTES =
            List.of("ETag", "Last-Modified", "Content-Encoding", "Content-Range", "Content-Digest", "Accept-Ranges");

    private final TestServer server = TestServer.start("outer-filters");
    private final TestServer withoutCache = TestServer.start("outer-filters", "http-cache.enabled", false);

    @AfterEach
    void stop() {
        server.close();
        withoutCache.close();
    }

    @ParameterizedTest
    @CsvSource({
        "wrap, /product/1",
        "wrap, /products",
        "wrap, /text",
        "wrap, /map",
        "wrap, /response",
        "wrap, /any-response",
        "wrap, /json-text",
        "wrap, /mono",
        "wrap, /optional",
        "wrap, /write-only",
        "replace, /product/1",
        "replace-with-text, /product/1",
        "replace-in-new-response, /product/1",
        "wrapper, /product/1",
        "wrapper-with-body, /product/1",
        "cast, /product/1",
        "cast, /response",
        "cast, /mono",
        "cast, /optional",
        "cast-list, /products",
        "cast-text, /text",
        "cast-text, /json-text",
        "convert, /product/1",
        "convert-list, /products",
        "convert-text, /text",
        "edit-bytes, /bytes",
        "edit-map, /map",
        "edit-bean, /bean",
        "remove, /product/1",
        "error-status, /product/1",
        "status, /product/1",
        "look, /product/1",
        "look, /products",
        "look, /bean",
        "look, /map",
        "look, /bytes",
        "look, /text",
        "look, /write-only",
        "look, /page",
        "look, /missing",
        "wrap, /missing",
        "writer, /bean",
        "none, /product/1",
    })
    void missAndHitsAreWhatTheServerSendsWithoutTheCache(String work, String path) {
        WireResponse expected = withoutCache.get("/outer" + path, "X-Filter: " + work);
        for (String kind : List.of("miss", "hit", "next hit", "stale hit")) {
            if (kind.equals("stale hit")) {
                server.advance(Duration.ofSeconds(61));
            }
            WireResponse cached = server.get("/outer" + path, "X-Filter: " + work);
            assertThat(cached.text()).as(kind).isEqualTo(expected.text());
            assertThat(cached.status()).as(kind).isEqualTo(expected.status());
            assertThat(cached.header("Content-Type")).as(kind).isEqualTo(expected.header("Content-Type"));
            assertThat(cached.header("Content-Length")).as(kind).isEqualTo(expected.header("Content-Length"));
        }
        assertThat(server.get("/outer" + path).text())
                .as("stored")
                .isEqualTo(withoutCache.get("/outer" + path).text());
    }

    @Test
    void hitsOfFilteredRoutesAreHits() {
        server.get("/outer/product/1", "X-Filter: wrap");
        assertThat(server.get("/outer/product/1", "X-Filter: wrap").isHit()).isTrue();
        assertThat(server.bean(Routes.class).runs).hasValue(1);
    }

    @Test
    void lookingLeavesTheResponseAsItIs() {
        WireResponse untouched = server.get("/outer/product/1");
        for (int i = 0; i < 3; i++) {
            WireResponse seen = server.get("/outer/product/1", "X-Filter: look");
            assertThat(seen.header("ETag")).isNotNull().isEqualTo(untouched.header("ETag"));
            assertThat(seen.header("Cache-Control")).isEqualTo(untouched.header("Cache-Control"));
            assertThat(seen.isHit()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"wrap", "replace", "edit-bean"})
    void fieldsThatDescribeTheStoredBytesAreNotSentWithAnotherBody(String work) {
        String tag = server.get("/outer/bean").header("ETag");
        assertThat(tag).isNotNull();
        for (String headerLine : List.of("X-Any: 1", "Accept-Encoding: gzip", "Range: bytes=0-3", "If-None-Match: *")) {
            WireResponse other = server.get("/outer/bean", "X-Filter: " + work, headerLine);
            assertThat(other.status()).as(headerLine).isEqualTo(200);
            assertThat(other.text())
                    .as(headerLine)
                    .isEqualTo(
                            withoutCache.get("/outer/bean", "X-Filter: " + work).text());
            for (String name : DESCRIBING_STORED_BYTES) {
                assertThat(other.header(name)).as(name + " with " + headerLine).isNull();
            }
            assertThat(other.header("Content-Type")).isEqualTo("application/json");
            assertThat(other.header("Cache-Control")).isEqualTo("no-cache");
            assertThat(other.header("Content-Length")).isEqualTo(Integer.toString(other.body().length));
        }
    }

    @Test
    void rangesAnd304StayIfAFilterOnlyLooks() {
        String tag = server.get("/outer/product/1").header("ETag");
        WireResponse range = server.get("/outer/product/1", "X-Filter: look", "Range: bytes=0-3");
        assertThat(range.status()).isEqualTo(206);
        assertThat(range.body()).hasSize(4);
        WireResponse notModified = server.get("/outer/product/1", "X-Filter: look", "If-None-Match: " + tag);
        assertThat(notModified.status()).isEqualTo(304);
        assertThat(notModified.body()).isEmpty();
        WireResponse failed = server.get("/outer/product/1", "X-Filter: look", "If-Match: \"other\"");
        assertThat(failed.status()).isEqualTo(412);
        WireResponse head = server.head("/outer/product/1", "X-Filter: look");
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.header("ETag")).isEqualTo(tag);
        assertThat(server.head("/outer/product/1", "X-Filter: replace").status())
                .isEqualTo(200);
    }

    @Test
    void wrapperWithAnotherBodyHasNoValidators() {
        server.get("/outer/product/1");
        WireResponse hit = server.get("/outer/product/1", "X-Filter: wrapper-with-body");
        assertThat(hit.text()).isEqualTo("{\"other\":\"body\"}");
        assertThat(hit.header("ETag")).isNull();
        assertThat(server.get("/outer/product/1", "X-Filter: wrapper").header("ETag"))
                .isNotNull();
    }

    @Test
    void newBodyOfARangeRequestHasTheTypeOfTheWhole() {
        server.get("/outer/bean");
        WireResponse other = server.get("/outer/bean", "X-Filter: wrap", "Range: bytes=0-3,5-7");
        assertThat(other.status()).isEqualTo(200);
        assertThat(other.header("Content-Type")).isEqualTo("application/json");
        assertThat(other.text()).startsWith("{\"data\":{");
    }

    @Test
    void compressedEntriesAreDecodedFromTheirOriginalForm() throws IOException {
        server.get("/outer/long");
        WireResponse gzip = server.get("/outer/long", "X-Filter: look", "Accept-Encoding: gzip");
        assertThat(gzip.header("Content-Encoding")).isEqualTo("gzip");
        String text = new String(
                new GZIPInputStream(new ByteArrayInputStream(gzip.body())).readAllBytes(), StandardCharsets.UTF_8);
        WireResponse other = server.get("/outer/long", "X-Filter: wrap", "Accept-Encoding: gzip");
        assertThat(other.header("Content-Encoding")).isNull();
        assertThat(other.text()).isEqualTo("{\"data\":" + text + "}");
    }

    @Test
    void arrayThatTheHandlerKeepsIsNotTheStoredOne() {
        String first = server.get("/outer/kept-bytes").text();
        server.bean(Routes.class).kept[0] = 'X';
        WireResponse hit = server.get("/outer/kept-bytes");
        assertThat(hit.isHit()).isTrue();
        assertThat(hit.text()).isEqualTo(first).isEqualTo("kept");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cookie", "cookie-header"})
    void responseWithACookieOfAFilterIsNotForCaches(String work) {
        String filter = "X-Filter: " + work;
        WireResponse plain = server.get("/outer/product/1");
        assertThat(plain.header("Cache-Control")).contains("max-age=60");
        String validator = "If-None-Match: " + plain.header("ETag");
        List<WireResponse> answers = List.of(
                server.get("/outer/product/2", filter),
                server.get("/outer/product/1", filter),
                server.get("/outer/product/1", filter, validator),
                server.get("/outer/product/1", filter, "Range: bytes=0-3"),
                server.head("/outer/product/1", filter));
        assertThat(answers).extracting(WireResponse::status).containsExactly(200, 200, 304, 206, 200);
        for (WireResponse answer : answers) {
            assertThat(answer.headers("Set-Cookie")).hasSize(1);
            assertThat(answer.headers("Cache-Control")).containsExactly("private, no-store");
            assertThat(answer.header("ETag")).isNotNull();
        }
        assertThat(server.get("/outer/product/1").header("Cache-Control")).isEqualTo(plain.header("Cache-Control"));
    }

    /** The lifetime of the page would keep the error in all caches further on, and a 304 would confirm it. */
    @Test
    void errorStatusOfAFilterHasNoLifetimeOfThePage() {
        WireResponse plain = server.get("/outer/product/1");
        assertThat(plain.header("Cache-Control")).contains("max-age=60");
        for (String path : List.of("/outer/product/1", "/outer/product/2")) {
            WireResponse answer = server.get(path, "X-Filter: error-status");
            assertThat(answer.status()).isEqualTo(410);
            assertThat(answer.headers("Cache-Control")).containsExactly("no-cache");
            assertThat(answer.header("ETag")).isNull();
        }
        assertThat(server.get("/outer/product/1").header("Cache-Control")).isEqualTo(plain.header("Cache-Control"));
    }

    @Test
    void filtersOfTheOlderKindSeeHitsLikeOthers() {
        server.get("/outer/product/1");
        WireResponse hit = server.get("/outer/product/1", "X-Legacy: cookie");
        assertThat(hit.isHit()).isTrue();
        assertThat(hit.headers("Set-Cookie")).hasSize(1);
        assertThat(hit.headers("Cache-Control")).containsExactly("private, no-store");
        assertThat(server.get("/outer/product/1", "X-Legacy: wrap", "X-Filter: wrap")
                        .text())
                .isEqualTo("{\"data\":{\"legacy\":{\"id\":\"1\",\"price\":9.5}}}");
        WireResponse miss = server.get("/outer/product/2", "X-Legacy: cookie");
        assertThat(miss.cacheStatus()).doesNotContain("stored");
        assertThat(miss.headers("Set-Cookie")).hasSize(1);
        WireResponse wrapped = server.get("/outer/product/3", "X-Legacy: wrap", "X-Filter: wrap");
        assertThat(wrapped.text())
                .isEqualTo(withoutCache
                        .get("/outer/product/3", "X-Legacy: wrap", "X-Filter: wrap")
                        .text());
        assertThat(wrapped.cacheStatus()).contains("a filter outside the cache changed the response");
    }

    @Test
    void cookieRemovesFieldsWithPrecedenceOverCacheControl() {
        server.get("/outer/targeted");
        WireResponse hit = server.get("/outer/targeted", "X-Filter: cookie");
        assertThat(hit.isHit()).isTrue();
        assertThat(hit.headers("Cache-Control")).containsExactly("private, no-store");
        assertThat(hit.header("CDN-Cache-Control")).isNull();
        assertThat(hit.header("Expires")).isNull();
    }

    @Test
    void filterCanForbidCachesByItself() {
        server.get("/outer/product/1");
        WireResponse hit = server.get("/outer/product/1", "X-Filter: private-cookie");
        assertThat(hit.headers("Cache-Control")).containsExactly("private, max-age=5");
    }

    @Test
    void responseThatIsNotStoredKeepsItsFields() {
        for (int i = 0; i < 2; i++) {
            WireResponse answer = server.get("/outer/not-stored", "X-Filter: cookie");
            assertThat(answer.headers("Set-Cookie")).hasSize(2);
            assertThat(answer.headers("Cache-Control")).containsExactly("max-age=7");
            assertThat(server.get("/outer/not-stored", "X-Filter: wrap").text())
                    .isEqualTo(withoutCache
                            .get("/outer/not-stored", "X-Filter: wrap")
                            .text());
        }
    }

    /**
     * A product.
     *
     * @param id the id
     * @param price the price
     */
    @Serdeable
    record Product(String id, double price) {}

    /** A body that a filter can modify in place. */
    @Serdeable
    static class Bean {

        private String name = "a name";
        private List<String> parts = new ArrayList<>(List.of("a", "b"));

        public String getName() {
            return name;
        }

        public void setName(String name) {
            this.name = name;
        }

        public List<String> getParts() {
            return parts;
        }

        public void setParts(List<String> parts) {
            this.parts = parts;
        }
    }

    /** A body that is written but cannot be read. */
    @Serdeable.Serializable
    static final class WriteOnly {

        public String getText() {
            return "written";
        }

        public Map<String, Object> getNumbers() {
            return new TreeMap<>(Map.of("one", 1, "half", 0.5));
        }
    }

    @Controller("/outer")
    @HttpCached(
            ttl = "1m",
            staleWhileRevalidate = "1h",
            statuses = {200, 404})
    @Requires(property = "scenario", value = "outer-filters")
    static class Routes {

        final AtomicInteger runs = new AtomicInteger();
        final byte[] kept = "kept".getBytes(StandardCharsets.UTF_8);

        @Get("/product/{id}")
        Product product(String id) {
            runs.incrementAndGet();
            return new Product(id, 9.5);
        }

        @Get("/products")
        List<Product> products() {
            return List.of(new Product("1", 9.5), new Product("2", 12));
        }

        @Get("/text")
        @Produces(MediaType.TEXT_PLAIN)
        String text() {
            return "some text: ä";
        }

        @Get("/json-text")
        String jsonText() {
            return "{\"text\": [1, 2.50]}";
        }

        @Get("/map")
        Map<String, Object> map() {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("text", "a");
            map.put("list", List.of(1, 2));
            map.put("inner", Map.of("true", true));
            return map;
        }

        @Get("/bytes")
        @Produces(MediaType.APPLICATION_OCTET_STREAM)
        byte[] bytes() {
            return "some bytes".getBytes(StandardCharsets.UTF_8);
        }

        @Get("/kept-bytes")
        @Produces(MediaType.APPLICATION_OCTET_STREAM)
        byte[] keptBytes() {
            return kept;
        }

        @Get("/bean")
        Bean bean() {
            return new Bean();
        }

        @Get("/write-only")
        WriteOnly writeOnly() {
            return new WriteOnly();
        }

        @Get("/response")
        HttpResponse<Product> response() {
            return HttpResponse.status(HttpStatus.NON_AUTHORITATIVE_INFORMATION)
                    .body(new Product("r", 1))
                    .header("Cache-Control", "max-age=60");
        }

        @Get("/any-response")
        HttpResponse<?> anyResponse() {
            return HttpResponse.ok(new Product("any", 1));
        }

        @Get("/mono")
        Mono<Product> mono() {
            return Mono.just(new Product("m", 1));
        }

        @Get("/optional")
        Optional<Product> optional() {
            return Optional.of(new Product("o", 1));
        }

        @Get("/missing")
        Optional<Product> missing() {
            return Optional.empty();
        }

        @Get("/page")
        @Produces(MediaType.TEXT_HTML)
        @View("greeting")
        @SuppressWarnings("httpcached:missing-locale")
        Map<String, Object> page() {
            return Map.of("name", "Ann", "run", 1);
        }

        @Get("/long")
        List<Product> longList() {
            return Stream.iterate(0, i -> i + 1)
                    .limit(200)
                    .map(i -> new Product("p" + i, i))
                    .toList();
        }

        @Get("/targeted")
        HttpResponse<Product> targeted() {
            return HttpResponse.ok(new Product("t", 1))
                    .header("CDN-Cache-Control", "max-age=60")
                    .header("Cache-Control", "max-age=60")
                    .header("Expires", "Thu, 01 Jan 2099 00:00:00 GMT");
        }

        @Get("/not-stored")
        HttpResponse<Product> notStored() {
            return HttpResponse.ok(new Product("n", 1))
                    .header("Cache-Control", "max-age=7")
                    .header("Set-Cookie", "handler=1");
        }

        @Error(status = HttpStatus.GONE)
        HttpResponse<String> gone() {
            return HttpResponse.<String>status(HttpStatus.GONE).body("\"gone\"");
        }
    }

    /** A filter outside the cache, which works as the request asks. */
    @ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
    @SuppressWarnings("unchecked")
    @Requires(property = "scenario", value = "outer-filters")
    static class Outer implements Ordered {

        @Override
        public int getOrder() {
            return Ordered.HIGHEST_PRECEDENCE;
        }

        @ResponseFilter
        @Nullable
        HttpResponse<?> work(HttpRequest<?> request, MutableHttpResponse<?> response) {
            String work = request.getHeaders().get("X-Filter", String.class, "");
            return switch (work) {
                case "wrap" ->
                    response.body(Map.of(
                            "data", response.getBody().map(Object.class::cast).orElse("none")));
                case "replace" -> response.body(Map.of("other", 1));
                case "replace-with-text" -> response.body("text").contentType(MediaType.TEXT_PLAIN_TYPE);
                case "replace-in-new-response" -> HttpResponse.ok(Map.of("data", response.body()));
                case "wrapper" -> new HttpResponseWrapper<>(response);
                case "wrapper-with-body" -> new WithBody((HttpResponse<Object>) response);
                case "cast" -> response.body("\"" + ((Product) response.body()).id + "\"");
                case "cast-list" -> response.body(((Product) ((List<?>) response.body()).get(1)).id);
                case "cast-text" -> response.body(((String) response.body()).toUpperCase(Locale.ROOT));
                case "convert" ->
                    response.body(List.of(response.getBody(Product.class).orElseThrow().id));
                case "convert-list" ->
                    response.body(response.getBody(Argument.listOf(Product.class))
                            .orElseThrow()
                            .get(0));
                case "convert-text" ->
                    response.body("text: " + response.getBody(String.class).orElseThrow());
                case "edit-bytes" -> edited(response, (byte[]) response.body());
                case "edit-map" -> edited(response, (Map<String, Object>) response.body());
                case "edit-bean" -> edited(response, (Bean) response.body());
                case "remove" -> response.body(null);
                case "status" -> response.status(201);
                case "error-status" -> response.status(HttpStatus.GONE);
                case "look" -> looked(response);
                case "writer" -> withWriter((MutableHttpResponse<Object>) response);
                case "cookie" -> response.cookie(Cookie.of("seen", "1"));
                case "cookie-header" -> response.header("Set-Cookie", "seen=1");
                case "private-cookie" -> privately(response.cookie(Cookie.of("seen", "1")));
                default -> null;
            };
        }

        private static HttpResponse<?> looked(MutableHttpResponse<?> response) {
            assertThat(String.valueOf(response.body())).isNotNull();
            assertThat(response.getBody(Argument.mapOf(String.class, Object.class)))
                    .isNotNull();
            return response;
        }

        private static HttpResponse<?> edited(HttpResponse<?> response, byte[] body) {
            body[0] = 'X';
            return response;
        }

        private static HttpResponse<?> edited(HttpResponse<?> response, Map<String, Object> body) {
            body.put("edited", true);
            return response;
        }

        private static HttpResponse<?> edited(HttpResponse<?> response, Bean body) {
            body.setName("edited");
            body.getParts().add("c");
            return response;
        }

        private static HttpResponse<?> privately(MutableHttpResponse<?> response) {
            response.getHeaders().set("Cache-Control", "private, max-age=5");
            return response;
        }

        private static HttpResponse<?> withWriter(MutableHttpResponse<Object> response) {
            response.bodyWriter(new NameWriter());
            return response;
        }
    }

    /** A filter of the older kind, such as the session filter of Micronaut. */
    @Filter("/outer/**")
    @Requires(property = "scenario", value = "outer-filters")
    static class Legacy implements HttpServerFilter {

        @Override
        public int getOrder() {
            return ServerFilterPhase.SESSION.order();
        }

        @Override
        public Publisher<MutableHttpResponse<?>> doFilter(HttpRequest<?> request, ServerFilterChain chain) {
            return Flux.from(chain.proceed(request))
                    .map(response -> switch (request.getHeaders().get("X-Legacy", String.class, "")) {
                        case "cookie" -> response.cookie(Cookie.of("SESSION", "1"));
                        case "wrap" -> response.body(Map.of("legacy", response.body()));
                        default -> response;
                    });
        }
    }

    /** Writes the class name of any object. */
    static final class NameWriter implements MessageBodyWriter<Object> {

        @Override
        public void writeTo(
                Argument<Object> type, MediaType mediaType, Object object, MutableHeaders headers, OutputStream out) {
            headers.setIfMissing("Content-Type", mediaType);
            try {
                out.write(object.getClass().getSimpleName().getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** A response with another body. */
    static final class WithBody extends HttpResponseWrapper<Object> {

        WithBody(HttpResponse<Object> delegate) {
            super(delegate);
        }

        @Override
        public Optional<Object> getBody() {
            return Optional.of(Map.of("other", "body"));
        }
    }
}
