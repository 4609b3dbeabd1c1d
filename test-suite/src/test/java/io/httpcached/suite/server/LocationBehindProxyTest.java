package io.httpcached.suite.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.annotation.HttpCached;
import io.httpcached.suite.wire.WireResponse;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.server.util.HttpHostResolver;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests absolute URIs in responses behind a proxy that ends TLS, where the connection has another origin than the client sees. */
class LocationBehindProxyTest {

    private static final String ITEM = "/proxied/items/2";

    private final TestServer server = TestServer.start(
            "location-behind-proxy",
            "micronaut.server.host-resolution.protocol-header",
            "X-Forwarded-Proto",
            "micronaut.server.host-resolution.host-header",
            "X-Public-Host");

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Location", "Content-Location"})
    void uriWithTheOriginThatTheApplicationDeterminesInvalidates(String field) {
        store(server);
        WireResponse response = publish(server, field, "X-Forwarded-Proto: https", "X-Public-Host: shop.example");
        assertThat(response.header(field)).isEqualTo("https://shop.example" + ITEM);
        assertThat(server.get(ITEM).isHit()).isFalse();
    }

    /** Without configuration, Micronaut reads the usual fields of proxies. */
    @ParameterizedTest
    @ValueSource(strings = {"Location", "Content-Location"})
    void uriWithTheOriginOfTheDefaultFieldsInvalidates(String field) {
        try (TestServer plain = TestServer.start("location-behind-proxy")) {
            store(plain);
            WireResponse response = publish(plain, field, "Forwarded: proto=https;host=shop.example");
            assertThat(response.header(field)).isEqualTo("https://shop.example" + ITEM);
            assertThat(plain.get(ITEM).isHit()).isFalse();
        }
    }

    @Test
    void uriWithTheOriginOfTheConnectionInvalidates() {
        store(server);
        publish(
                server,
                "Location",
                "X-Forwarded-Proto: https",
                "X-Public-Host: shop.example",
                "X-Origin: http://localhost:" + server.port());
        assertThat(server.get(ITEM).isHit()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "Location, https://elsewhere.example",
        "Location, http://shop.example",
        "Location, https://shop.example:8443",
        "Content-Location, https://elsewhere.example",
    })
    void uriWithAnotherOriginDoesNotInvalidate(String field, String origin) {
        store(server);
        publish(server, field, "X-Forwarded-Proto: https", "X-Public-Host: shop.example", "X-Origin: " + origin);
        assertThat(server.get(ITEM).isHit()).isTrue();
    }

    @Test
    void originThatIsNotAUriDoesNotFailTheRequest() {
        store(server);
        assertThat(publish(server, "Location", "X-Public-Host: [", "X-Origin: http://localhost:" + server.port())
                        .status())
                .isEqualTo(200);
        assertThat(server.get(ITEM).isHit()).isFalse();
    }

    private static void store(TestServer server) {
        Eventually.get(() -> server.get(ITEM), WireResponse::isHit);
    }

    private static WireResponse publish(TestServer server, String field, String... headerLines) {
        String[] lines = new String[headerLines.length + 2];
        System.arraycopy(headerLines, 0, lines, 2, headerLines.length);
        lines[0] = "Content-Length: 0";
        lines[1] = "X-Field: " + field;
        return server.send("POST", "/proxied/publish", lines);
    }

    @Controller("/proxied")
    @Requires(property = "scenario", value = "location-behind-proxy")
    @SuppressWarnings("httpcached:missing-invalidation")
    static class Items {

        private final AtomicInteger runs = new AtomicInteger();
        private final HttpHostResolver hosts;

        Items(HttpHostResolver hosts) {
            this.hosts = hosts;
        }

        @Get("/items/{id}")
        @HttpCached(ttl = "1h")
        String item(long id) {
            return "run " + runs.incrementAndGet();
        }

        @Post("/publish")
        MutableHttpResponse<?> publish(
                HttpRequest<?> request,
                @Header("X-Field") String field,
                @Header(name = "X-Origin", defaultValue = "") String origin) {
            String start = origin.isEmpty() ? hosts.resolve(request) : origin;
            return HttpResponse.ok().header(field, start + ITEM);
        }
    }
}
