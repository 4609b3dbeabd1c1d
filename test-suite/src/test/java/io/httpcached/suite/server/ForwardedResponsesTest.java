package io.httpcached.suite.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.httpcached.annotation.HttpCached;
import io.httpcached.annotation.KeySource;
import io.httpcached.suite.wire.WireResponse;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.type.Argument;
import io.micronaut.http.ByteBodyHttpResponse;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.body.ByteBody;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.ProxyHttpClient;
import io.micronaut.http.client.RawHttpClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

/**
 * Tests that forwarded responses of another server are cached in the same way with each of Micronaut's HTTP clients.
 */
class ForwardedResponsesTest {

    private static final int MAX_BODY_SIZE = 4096;

    private final Origin origin = new Origin();
    private final TestServer server = TestServer.start(
            "forwarded",
            "http-cache.max-body-size",
            MAX_BODY_SIZE,
            "test.origin",
            origin.url(),
            "micronaut.http.client.exception-on-error-status",
            false,
            "micronaut.http.client.follow-redirects",
            false,
            "micronaut.http.client.pool.enabled",
            false);

    ForwardedResponsesTest() throws IOException {}

    @AfterEach
    void stop() {
        server.close();
        origin.server.stop(0);
    }

    @ParameterizedTest
    @CsvSource({
        "/proxy,  fixed,   200", "/proxy,  chunked, 200", "/proxy,  empty,   200", "/proxy,  chunked, 299",
        "/proxy,  fixed,   404", "/client, fixed,   200", "/client, chunked, 200", "/client, empty,   200",
        "/client, chunked, 299", "/client, fixed,   404", "/raw,    fixed,   200", "/raw,    chunked, 200",
        "/raw,    empty,   200", "/raw,    chunked, 299", "/raw,    fixed,   404",
    })
    void storesAllBytesOfTheOriginsResponse(String client, String framing, int status) {
        String target = client + "/" + framing + "?status=" + status + "&cache=max-age=60";
        WireResponse miss = server.get(target);
        WireResponse hit = server.get(target);
        assertThat(miss.cacheStatus()).startsWith("fwd=miss; stored");
        assertThat(hit.isHit()).isTrue();
        assertThat(hit.status()).isEqualTo(miss.status()).isEqualTo(status);
        assertThat(hit.text()).isEqualTo(miss.text()).isEqualTo(framing.equals("empty") ? "" : Origin.TEXT);
        assertThat(hit.headers("X-Line")).isEqualTo(miss.headers("X-Line")).containsExactly("one", "", "two");
        assertThat(origin.requests).hasValue(1);
    }

    @ParameterizedTest
    @CsvSource({
        "/proxy,  large-fixed",
        "/proxy,  large-chunked",
        "/client, large-fixed",
        "/client, large-chunked",
        "/raw,    large-fixed",
        "/raw,    large-chunked",
    })
    void sendsBodiesAboveTheLimitWithoutStoringThem(String client, String framing) {
        String target = client + "/" + framing + "?status=200&cache=max-age=60";
        for (int i = 0; i < 2; i++) {
            WireResponse response = server.get(target);
            assertThat(response.cacheStatus()).contains("body over max-body-size");
            assertThat(response.text()).isEqualTo(Origin.LARGE_TEXT);
        }
        assertThat(origin.requests).hasValue(2);
    }

    @ParameterizedTest
    @CsvSource({
        "/proxy,  large-fixed",
        "/proxy,  chunked",
        "/client, large-fixed",
        "/client, chunked",
        "/raw,    large-fixed",
        "/raw,    chunked",
    })
    void sendsNonStorableResponsesCompletely(String client, String framing) {
        String target = client + "/" + framing + "?status=200&cache=no-store";
        for (int i = 0; i < 2; i++) {
            WireResponse response = server.get(target);
            assertThat(response.cacheStatus()).startsWith("fwd=miss; fwd-status=200; detail=");
            assertThat(response.text()).isEqualTo(framing.equals("chunked") ? Origin.TEXT : Origin.LARGE_TEXT);
        }
        assertThat(origin.requests).hasValue(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/proxy", "/client", "/raw"})
    void truncatedBodyIsAnErrorAndIsNotStored(String client) {
        String target = client + "/cut?status=200&cache=max-age=60";
        assertThat(server.get(target).status()).isGreaterThanOrEqualTo(500);
        assertThat(server.get(target).isHit()).isFalse();
        assertThat(origin.requests).hasValue(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/proxy", "/client", "/raw"})
    void revalidatesStaleResponsesWithTheOrigin(String client) {
        String target = client + "/validated?status=200&cache=max-age=0";
        server.get(target);
        WireResponse validated = server.get(target);
        assertThat(validated.cacheStatus()).startsWith("fwd=stale; fwd-status=304");
        assertThat(validated.text()).isEqualTo(Origin.TEXT);
        assertThat(origin.requests).hasValue(2);
    }

    @ParameterizedTest
    @CsvSource({
        "/proxy, max-age=60",
        "/proxy, no-store",
        "/client, max-age=60",
        "/client, no-store",
        "/raw, max-age=60",
        "/raw, no-store"
    })
    void headReturnsTheFieldsOfTheOriginWithoutABody(String client, String cacheControl) {
        WireResponse head = server.head(client + "/fixed?status=200&cache=" + cacheControl);
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.headers("X-Line")).containsExactly("one", "", "two");
        assertThat(head.body()).isEmpty();
    }

    /**
     * A handler that does not see the request method answers HEAD as GET, so nothing reads the body that it returns.
     */
    @ParameterizedTest
    @ValueSource(strings = {"max-age=60", "no-store"})
    void headReleasesTheBody(String cacheControl) {
        for (int i = 0; i < 3; i++) {
            WireResponse head = server.head("/by-signature/huge-chunked?cache=" + cacheControl);
            assertThat(head.status()).isEqualTo(200);
            assertThat(head.body()).isEmpty();
        }
        origin.awaitAllSent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/proxy", "/client", "/raw"})
    void answersConditionsAndRangesFromTheStoredResponse(String client) {
        String target = client + "/validated?status=200&cache=max-age=60";
        assertThat(server.get(target, "If-None-Match: \"v\"").status()).isEqualTo(304);
        WireResponse part = server.get(target, "Range: bytes=0-3");
        assertThat(part.isHit()).isTrue();
        assertThat(part.text()).isEqualTo(Origin.TEXT.substring(0, 4));
        assertThat(origin.requests).hasValue(1);
    }

    /** The handler cannot distinguish the request of a background refresh from that of a client. */
    @ParameterizedTest
    @ValueSource(strings = {"/proxy", "/client", "/raw"})
    void refreshesStaleResponsesInTheBackground(String client) {
        String target = client + "/validated?status=200&cache=max-age=0,stale-while-revalidate=600";
        server.get(target);
        assertThat(server.get(target).isHit()).isTrue();
        Eventually.get(origin.requests::get, requests -> requests == 2);
    }

    /** A server whose responses depend on the path and the query. */
    private static final class Origin {

        static final String TEXT = "What the origin says. ".repeat(20);
        static final String LARGE_TEXT = TEXT.repeat(1_000);
        private static final int MORE_THAN_SOCKETS_HOLD = 60;

        final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        final AtomicInteger requests = new AtomicInteger();
        private final AtomicInteger open = new AtomicInteger();

        Origin() throws IOException {
            server.createContext("/", this::serve);
            server.start();
        }

        String url() {
            return "http://127.0.0.1:" + server.getAddress().getPort();
        }

        /** A body that is never read would block its sender. */
        void awaitAllSent() {
            Eventually.get(open::get, now -> now == 0);
        }

        private void serve(HttpExchange exchange) throws IOException {
            requests.incrementAndGet();
            open.incrementAndGet();
            try (exchange) {
                answer(exchange);
            } finally {
                open.decrementAndGet();
            }
        }

        private static void answer(HttpExchange exchange) throws IOException {
            String query = exchange.getRequestURI().getQuery();
            String kind = exchange.getRequestURI().getPath().replaceFirst(".*/", "");
            String[] asked = query.replace("status=", "").split("&cache=", 2);
            exchange.getResponseHeaders().set("Cache-Control", asked[1]);
            exchange.getResponseHeaders().put("X-Line", List.of("one", "", "two"));
            if (kind.equals("validated")) {
                exchange.getResponseHeaders().set("ETag", "\"v\"");
                if ("\"v\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                    exchange.sendResponseHeaders(304, -1);
                    return;
                }
            }
            byte[] body = body(kind).getBytes(StandardCharsets.UTF_8);
            boolean head = exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(
                    Integer.parseInt(asked[0]), head || body.length == 0 ? -1 : length(kind, body));
            if (!head && body.length > 0) {
                exchange.getResponseBody().write(body);
            }
        }

        private static String body(String kind) {
            return switch (kind.replaceFirst("-.*", "")) {
                case "empty" -> "";
                case "large" -> LARGE_TEXT;
                case "huge" -> LARGE_TEXT.repeat(MORE_THAN_SOCKETS_HOLD);
                default -> TEXT;
            };
        }

        /** Returns the length as the JDK's server expects it: 0 for a chunked body. */
        private static long length(String kind, byte[] body) {
            return kind.endsWith("chunked") ? 0 : kind.equals("cut") ? body.length + 1 : body.length;
        }
    }

    @Controller
    @Requires(property = "scenario", value = "forwarded")
    @Produces(MediaType.ALL)
    @HttpCached(keySource = KeySource.REQUEST_URI)
    static class Forwarder {

        /** The error type is given as well, because otherwise the client throws errors. */
        private static final Argument<byte[]> BYTES = Argument.of(byte[].class);

        private final ProxyHttpClient proxy;
        private final HttpClient client;
        private final RawHttpClient raw;
        private final String origin;

        Forwarder(
                ProxyHttpClient proxy,
                HttpClient client,
                RawHttpClient raw,
                @Property(name = "test.origin") String origin) {
            this.proxy = proxy;
            this.client = client;
            this.raw = raw;
            this.origin = origin;
        }

        @Get("/proxy/{+path}")
        Mono<MutableHttpResponse<?>> proxy(HttpRequest<?> request) {
            return Mono.from(proxy.proxy(request.mutate().uri(target(request))));
        }

        @Get("/client/{+path}")
        Mono<HttpResponse<byte[]>> client(HttpRequest<?> request) {
            return Mono.from(client.exchange(forwarded(request), BYTES, BYTES));
        }

        @Get("/raw/{+path}")
        Mono<HttpResponse<ByteBody>> raw(HttpRequest<?> request) {
            return Mono.from(raw.exchange(forwarded(request), null, null)).map(Forwarder::withBody);
        }

        @Get("/by-signature/{kind}{?cache}")
        @HttpCached(keySource = KeySource.SIGNATURE)
        @SuppressWarnings("httpcached:unbounded-query")
        Mono<HttpResponse<ByteBody>> bySignature(String kind, String cache) {
            URI target = URI.create(origin + "/" + kind + "?status=200&cache=" + cache);
            return Mono.from(raw.exchange(HttpRequest.GET(target), null, null)).map(Forwarder::withBody);
        }

        private MutableHttpRequest<?> forwarded(HttpRequest<?> request) {
            MutableHttpRequest<?> forwarded =
                    HttpRequest.create(request.getMethod(), target(request).toString(), request.getMethodName());
            request.getHeaders().findFirst("If-None-Match").ifPresent(tag -> forwarded.header("If-None-Match", tag));
            return forwarded;
        }

        private URI target(HttpRequest<?> request) {
            return URI.create(origin + request.getUri());
        }

        private static HttpResponse<ByteBody> withBody(HttpResponse<?> answer) {
            MutableHttpResponse<ByteBody> response = HttpResponse.status(answer.code(), answer.reason());
            for (Map.Entry<String, List<String>> line : answer.getHeaders()) {
                line.getValue().forEach(value -> response.header(line.getKey(), value));
            }
            return response.body(((ByteBodyHttpResponse<?>) answer).byteBody().move());
        }
    }
}
