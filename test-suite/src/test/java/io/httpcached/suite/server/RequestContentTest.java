package io.httpcached.suite.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.annotation.HttpCached;
import io.httpcached.annotation.KeySource;
import io.httpcached.suite.backend.TlsKeys;
import io.httpcached.suite.wire.WireClient;
import io.httpcached.suite.wire.WireResponse;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpRequest;
import io.micronaut.http.ServerHttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.body.ByteBody.SplitBackpressureMode;
import io.micronaut.http.body.CloseableAvailableByteBody;
import io.micronaut.http.client.ProxyHttpClient;
import io.micronaut.http.client.annotation.Client;
import io.micronaut.http.uri.UriBuilder;
import io.micronaut.runtime.server.EmbeddedServer;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.SubmissionPublisher;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactivestreams.Publisher;

/** Tests that the response to a GET with content is neither stored nor answered from the cache. */
@TestInstance(Lifecycle.PER_CLASS)
class RequestContentTest {

    private static final String EVIL = "evil";

    private TlsKeys keys;
    private @Nullable TestServer server;

    @BeforeAll
    void makeKeys(@TempDir Path folder) throws Exception {
        keys = TlsKeys.make(folder);
    }

    @AfterEach
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    private enum Transport {
        H2,
        H2C,
        H2C_WITH_A_CHANNEL_PER_STREAM
    }

    private record Site(TestServer server, HttpClient client, String root) {

        HttpResponse<String> get(String target) {
            return get(target, BodyPublishers.noBody()).join();
        }

        CompletableFuture<HttpResponse<String>> get(String target, BodyPublisher body) {
            return client.sendAsync(
                    java.net.http.HttpRequest.newBuilder(URI.create(root + target))
                            .method("GET", body)
                            .build(),
                    BodyHandlers.ofString());
        }
    }

    private Site start(Transport transport) throws Exception {
        List<Object> settings = new ArrayList<>(List.of("micronaut.server.http-version", "2.0"));
        if (transport == Transport.H2) {
            settings.addAll(List.of(
                    "micronaut.server.ssl.enabled",
                    true,
                    "micronaut.server.ssl.port",
                    -1,
                    "micronaut.server.ssl.key-store.type",
                    "PKCS12",
                    "micronaut.server.ssl.key-store.password",
                    TlsKeys.PASSWORD,
                    "micronaut.server.ssl.key-store.path",
                    "file:" + keys.file(),
                    "micronaut.http.client.ssl.insecure-trust-all-certificates",
                    true));
        }
        if (transport == Transport.H2C_WITH_A_CHANNEL_PER_STREAM) {
            settings.addAll(List.of("micronaut.server.netty.legacy-multiplex-handlers", true));
        }
        TestServer started = TestServer.start("request-content", settings.toArray());
        server = started;
        HttpClient client = HttpClient.newBuilder()
                .version(Version.HTTP_2)
                .sslContext(keys.trust())
                .build();
        Site site = new Site(
                started, client, (transport == Transport.H2 ? "https" : "http") + "://localhost:" + started.port());
        // An upgraded connection begins with a request of HTTP/1.1.
        assertThat(site.get("/content/warm-up").version()).isEqualTo(Version.HTTP_2);
        return site;
    }

    private static Stream<Named<Transport>> transports() {
        return Stream.of(
                Named.of("h2", Transport.H2),
                Named.of("h2c", Transport.H2C),
                Named.of("h2c, one channel a stream", Transport.H2C_WITH_A_CHANNEL_PER_STREAM));
    }

    /** A publisher has no length, so the request has no Content-Length, as most fat requests over HTTP/2. */
    private static BodyPublisher withoutLength(String text) {
        return BodyPublishers.fromPublisher(BodyPublishers.ofString(text));
    }

    @ParameterizedTest
    @MethodSource("transports")
    void contentWithoutALengthBypassesTheCache(Transport transport) throws Exception {
        Site site = start(transport);
        assertPoisonFails(site, "/content/read", withoutLength(EVIL));
        assertPoisonFails(site, "/content/forwarded", withoutLength(EVIL));
    }

    @ParameterizedTest
    @MethodSource("transports")
    void contentWithALengthBypassesTheCache(Transport transport) throws Exception {
        assertPoisonFails(start(transport), "/content/read", BodyPublishers.ofString(EVIL));
    }

    @ParameterizedTest
    @MethodSource("transports")
    void contentThatArrivesAfterTheHandlerHasStartedBypassesTheCache(Transport transport) throws Exception {
        Site site = start(transport);
        Gate started = site.server.bean(Echo.class).started;
        int before = started.runs();
        CompletableFuture<HttpResponse<String>> fat;
        try (SubmissionPublisher<ByteBuffer> later = new SubmissionPublisher<>()) {
            fat = site.get("/content/read", BodyPublishers.fromPublisher(later));
            Eventually.get(started::runs, runs -> runs > before);
            // The publisher drops what it receives before the client has subscribed.
            Eventually.get(later::hasSubscribers, subscribed -> subscribed);
            later.submit(ByteBuffer.wrap(EVIL.getBytes(UTF_8)));
        }
        assertThat(fat.join().body()).isEqualTo("read evil");
        assertThat(cacheStatus(fat.join())).contains("fwd=bypass");
        assertThat(site.get("/content/read").body()).isEqualTo("read ");
    }

    @ParameterizedTest
    @MethodSource("transports")
    void requestWithoutContentIsAnsweredFromTheCache(Transport transport) throws Exception {
        Site site = start(transport);
        assertThat(site.get("/content/read").body()).isEqualTo("read ");
        assertThat(cacheStatus(site.get("/content/read"))).contains("; hit");
        HttpResponse<String> fat =
                site.get("/content/read", withoutLength(EVIL)).join();
        assertThat(fat.body()).isEqualTo("read evil");
        assertThat(cacheStatus(site.get("/content/read"))).contains("; hit");
        assertThat(site.get("/content/read", withoutLength("")).join().body()).isEqualTo("read ");
    }

    /** Filters outside the cache pass on a copy of the request, which is not the one that the server received. */
    @ParameterizedTest
    @MethodSource("transports")
    void contentOfARequestThatAFilterHasChangedBypassesTheCache(Transport transport) throws Exception {
        Site site = start(transport);
        assertPoisonFails(site, "/content/forwarded?changed=1", withoutLength(EVIL));
        assertThat(cacheStatus(site.get("/content/forwarded?changed=1"))).contains("; hit");
    }

    @Test
    void contentThatAFilterAddsBypassesTheCache() {
        TestServer started = TestServer.start("request-content");
        server = started;
        assertThat(started.get("/content/read?added=1").cacheStatus()).startsWith("fwd=bypass");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Transfer-Encoding: chunked", "Content-Length: 4"})
    void contentOverHttp1BypassesTheCache(String framing) {
        TestServer started = TestServer.start("request-content");
        server = started;
        String body = framing.startsWith("T") ? "4\r\nevil\r\n0\r\n\r\n" : EVIL;
        WireResponse fat = new WireClient(started.port()).sendWithContent("GET", "/content/read", body, framing);
        assertThat(fat.text()).isEqualTo("read evil");
        assertThat(fat.cacheStatus()).startsWith("fwd=bypass");
        assertThat(started.get("/content/read").text()).isEqualTo("read ");
        assertThat(started.get("/content/read", "Content-Length: 0").isHit()).isTrue();
    }

    private static void assertPoisonFails(Site site, String target, BodyPublisher fat) {
        HttpResponse<String> attack = site.get(target, fat).join();
        assertThat(attack.body()).isEqualTo("read evil");
        assertThat(cacheStatus(attack))
                .contains("fwd=bypass")
                .contains("detail=\"the request has content, which is not in the key\"");
        HttpResponse<String> victim = site.get(target);
        assertThat(victim.body()).isEqualTo("read ");
        assertThat(cacheStatus(victim)).contains("fwd=miss");
    }

    private static String cacheStatus(HttpResponse<?> response) {
        return response.headers().firstValue("Cache-Status").orElse("none");
    }

    @Controller("/content")
    @Requires(property = "scenario", value = "request-content")
    static class Echo {

        final Gate started = new Gate();

        @Inject
        @Client("/")
        ProxyHttpClient proxy;

        @Inject
        EmbeddedServer self;

        @Get("/warm-up")
        String warmUp() {
            return "warm";
        }

        @Get("/read")
        @HttpCached(ttl = "1m", keySource = KeySource.REQUEST_URI)
        CompletableFuture<String> read(HttpRequest<?> request) {
            started.pass();
            return text(request);
        }

        @Get("/forwarded")
        @HttpCached(ttl = "1m", keySource = KeySource.REQUEST_URI)
        Publisher<? extends io.micronaut.http.HttpResponse<?>> forwarded(HttpRequest<?> request) {
            return proxy.proxy(request.mutate()
                    .uri(UriBuilder.of(self.getURI()).path("/content/origin").build()));
        }

        @Get("/origin")
        CompletableFuture<String> origin(HttpRequest<?> request) {
            return text(request);
        }

        private static CompletableFuture<String> text(HttpRequest<?> request) {
            if (!(request instanceof ServerHttpRequest<?> received)) {
                return CompletableFuture.completedFuture("read a copy");
            }
            return received.byteBody().split(SplitBackpressureMode.NEW).buffer().thenApply(body -> {
                try (CloseableAvailableByteBody whole = body) {
                    return "read " + whole.toString(UTF_8);
                }
            });
        }
    }

    @ServerFilter("/content/**")
    @Requires(property = "scenario", value = "request-content")
    static class Changing implements Ordered {

        @Override
        public int getOrder() {
            return HIGHEST_PRECEDENCE;
        }

        @RequestFilter
        @Nullable
        HttpRequest<?> change(HttpRequest<?> request) {
            if (request.getParameters().contains("changed")) {
                MutableHttpRequest<?> copy = request.mutate();
                return copy.header("X-Changed", "1");
            }
            return request.getParameters().contains("added") ? request.mutate().body("added") : null;
        }
    }
}
