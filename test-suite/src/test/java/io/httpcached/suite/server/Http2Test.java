package io.httpcached.suite.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.annotation.HttpCacheInvalidate;
import io.httpcached.annotation.HttpCached;
import io.httpcached.annotation.KeySource;
import io.httpcached.suite.backend.TlsKeys;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.CustomHttpMethod;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests that HTTP/2 works as HTTP/1.1 does, both over TLS and in clear text after an upgrade. */
@TestInstance(Lifecycle.PER_CLASS)
class Http2Test {

    private static final int CALLERS = 50;

    private SSLContext trust;
    private TlsKeys keys;
    private @Nullable TestServer server;

    @BeforeAll
    void makeKeys(@TempDir Path folder) throws Exception {
        keys = TlsKeys.make(folder);
        trust = keys.trust();
    }

    @AfterEach
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    private record Site(TestServer server, HttpClient client, String root) {

        HttpResponse<byte[]> send(String method, String target, String... header) {
            return sendAsync(method, target, header).join();
        }

        CompletableFuture<HttpResponse<byte[]>> sendAsync(String method, String target, String... header) {
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(URI.create(root + target)).method(method, BodyPublishers.noBody());
            return client.sendAsync(
                    header.length == 0
                            ? request.build()
                            : request.headers(header).build(),
                    BodyHandlers.ofByteArray());
        }

        CompletableFuture<HttpResponse<byte[]>> query(String target, String body) {
            return client.sendAsync(
                    HttpRequest.newBuilder(URI.create(root + target))
                            .header("Content-Type", "text/plain")
                            .method("QUERY", BodyPublishers.ofString(body))
                            .build(),
                    BodyHandlers.ofByteArray());
        }

        HttpResponse<byte[]> get(String target, String... header) {
            return send("GET", target, header);
        }

        Pages pages() {
            return server.bean(Pages.class);
        }
    }

    private Site start(boolean secure) {
        TestServer started = secure
                ? TestServer.start(
                        "http-2",
                        "micronaut.server.http-version",
                        "2.0",
                        "micronaut.server.ssl.enabled",
                        true,
                        "micronaut.server.ssl.port",
                        -1,
                        "micronaut.server.ssl.key-store.type",
                        "PKCS12",
                        "micronaut.server.ssl.key-store.password",
                        TlsKeys.PASSWORD,
                        "micronaut.server.ssl.key-store.path",
                        "file:" + keys.file())
                : TestServer.start("http-2", "micronaut.server.http-version", "2.0");
        server = started;
        HttpClient client = HttpClient.newBuilder()
                .version(Version.HTTP_2)
                .sslContext(trust)
                .build();
        return new Site(started, client, (secure ? "https" : "http") + "://localhost:" + started.port());
    }

    static Stream<Named<Boolean>> transports() {
        return Stream.of(Named.of("h2", true), Named.of("h2c", false));
    }

    @ParameterizedTest
    @MethodSource("transports")
    void answersWithMissHitAndNotModified(boolean secure) {
        Site site = start(secure);
        HttpResponse<byte[]> miss = site.get("/pages/1");
        site.server.advance(Duration.ofSeconds(3));
        HttpResponse<byte[]> hit = site.get("/pages/1");
        HttpResponse<byte[]> unchanged = site.get("/pages/1", "If-None-Match", field(miss, "etag"));

        assertThat(List.of(miss, hit, unchanged)).allSatisfy(answer -> {
            assertThat(answer.version()).isEqualTo(Version.HTTP_2);
            assertThat(answer.headers().map()).doesNotContainKeys("connection", "transfer-encoding", "keep-alive");
        });
        assertThat(field(miss, "cache-status")).isEqualTo("HttpCached; fwd=miss; stored; ttl=60");
        assertThat(field(hit, "cache-status")).isEqualTo("HttpCached; hit; ttl=57");
        assertThat(field(hit, "age")).isEqualTo("3");
        assertThat(hit.body()).isEqualTo(miss.body());
        assertThat(unchanged.statusCode()).isEqualTo(304);
        assertThat(unchanged.body()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("transports")
    void answersHeadFromTheStoredResponseToGet(boolean secure) {
        Site site = start(secure);
        HttpResponse<byte[]> miss = site.get("/pages/1");
        HttpResponse<byte[]> head = site.send("HEAD", "/pages/1");
        assertThat(field(head, "cache-status")).startsWith("HttpCached; hit");
        assertThat(field(head, "content-length")).isEqualTo(String.valueOf(miss.body().length));
        assertThat(head.body()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("transports")
    void collapsesRequestsOnTheStreamsOfOneConnection(boolean secure) {
        Site site = start(secure);
        site.get("/pages/1");
        Gate gate = site.pages().gate;
        gate.close();
        List<CompletableFuture<HttpResponse<byte[]>>> answers = IntStream.range(0, CALLERS)
                .mapToObj(i -> site.sendAsync("GET", "/pages/gated"))
                .toList();
        Eventually.get(gate::runs, runs -> runs == 2);
        gate.open();
        assertThat(answers.stream().map(answer -> new String(answer.join().body(), UTF_8)))
                .containsOnly("page gated, run 2");
        assertThat(gate.runs()).isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("transports")
    void refreshesAfterTheStreamHasEnded(boolean secure) {
        Site site = start(secure);
        byte[] old = site.get("/pages/stale").body();
        site.server.advance(Duration.ofSeconds(70));
        assertThat(site.get("/pages/stale").body()).isEqualTo(old);
        HttpResponse<byte[]> fresh = Eventually.get(
                () -> site.get("/pages/stale"),
                answer -> answer.body().length > 0 && !new String(answer.body(), UTF_8).equals(new String(old, UTF_8)));
        assertThat(field(fresh, "cache-status")).isEqualTo("HttpCached; hit; ttl=60");
    }

    @ParameterizedTest
    @MethodSource("transports")
    void invalidatesBeforeTheClientReceivesTheResponse(boolean secure) {
        Site site = start(secure);
        site.get("/pages/1");
        assertThat(site.send("POST", "/pages/changed").statusCode()).isEqualTo(200);
        assertThat(field(site.get("/pages/1"), "cache-status")).startsWith("HttpCached; fwd=miss");
    }

    @ParameterizedTest
    @MethodSource("transports")
    void authorityIsPartOfTheKeyForRequestUriRoutes(boolean secure) {
        Site site = start(secure);
        site.get("/pages/by-uri?a=1");
        assertThat(field(site.get("/pages/by-uri?a=1"), "cache-status")).startsWith("HttpCached; hit");
        Site other = new Site(site.server, site.client, site.root.replace("localhost", "127.0.0.1"));
        assertThat(field(other.get("/pages/by-uri?a=1"), "cache-status")).startsWith("HttpCached; fwd=miss");
    }

    @ParameterizedTest
    @MethodSource("transports")
    void selectsVariantsByCaseInsensitiveFieldNames(boolean secure) {
        Site site = start(secure);
        assertThat(text(site.get("/pages/color", "X-Color", "red"))).isEqualTo("red");
        assertThat(text(site.get("/pages/color", "X-Color", "blue"))).isEqualTo("blue");
        HttpResponse<byte[]> hit = site.get("/pages/color", "x-color", "red");
        assertThat(field(hit, "cache-status")).startsWith("HttpCached; hit");
        assertThat(text(hit)).isEqualTo("red");
    }

    @ParameterizedTest
    @MethodSource("transports")
    void bodiesOnTheStreamsOfOneConnectionAreInTheKey(boolean secure) {
        Site site = start(secure);
        site.get("/pages/1");
        List<CompletableFuture<HttpResponse<byte[]>>> answers = IntStream.range(0, CALLERS)
                .mapToObj(i -> site.query("/pages/search", "term " + i % 5))
                .toList();
        for (int i = 0; i < CALLERS; i++) {
            assertThat(text(answers.get(i).join())).isEqualTo("term " + i % 5);
        }
        assertThat(field(site.query("/pages/search", "term 3").join(), "cache-status"))
                .startsWith("HttpCached; hit");
        // Over the limit of the cache, and over the first window of the connection.
        String large = "x".repeat(Pages.LARGE);
        for (int i = 0; i < 2; i++) {
            HttpResponse<byte[]> bypass = site.query("/pages/search", large + i).join();
            assertThat(field(bypass, "cache-status")).contains("fwd=bypass");
            assertThat(text(bypass)).isEqualTo(large + i);
        }
    }

    @ParameterizedTest
    @MethodSource("transports")
    void servesBodiesThatTakeManyFrames(boolean secure) {
        Site site = start(secure);
        byte[] miss = site.get("/pages/large").body();
        HttpResponse<byte[]> hit = site.get("/pages/large");
        assertThat(field(hit, "cache-status")).startsWith("HttpCached; hit");
        assertThat(hit.body()).hasSize(Pages.LARGE).isEqualTo(miss);
    }

    private static String field(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    private static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), UTF_8);
    }

    @Controller("/pages")
    @HttpCached(ttl = "60s", tags = "pages")
    @Requires(property = "scenario", value = "http-2")
    static class Pages {

        static final int LARGE = 500_000;

        final Gate gate = new Gate();

        @Get("/1")
        String one() {
            return "page 1, run " + gate.pass();
        }

        @CustomHttpMethod(method = "QUERY", value = "/search", consumes = "text/plain")
        @HttpCached
        String search(@Body String term) {
            return term;
        }

        @Get("/gated")
        @ExecuteOn(TaskExecutors.BLOCKING)
        String gated() {
            return "page gated, run " + gate.pass();
        }

        @Get("/stale")
        @HttpCached(staleWhileRevalidate = "60s")
        String stale() {
            return "page stale, run " + gate.pass();
        }

        @Get("/by-uri")
        @HttpCached(keySource = KeySource.REQUEST_URI)
        String byUri(io.micronaut.http.HttpRequest<?> request) {
            return request.getUri().toString();
        }

        @Get("/color")
        String color(@Header("X-Color") String color) {
            return color;
        }

        @Get("/large")
        byte[] large() {
            byte[] body = new byte[LARGE];
            for (int i = 0; i < LARGE; i++) {
                body[i] = (byte) (i * 31);
            }
            return body;
        }

        @Post("/changed")
        @HttpCacheInvalidate(tags = "pages")
        String changed() {
            return "changed";
        }
    }
}
