package io.httpcached.suite.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.annotation.HttpCached;
import io.httpcached.suite.wire.WireResponse;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/**
 * Tests that a body is compressed once and served many times, and that the compressed and the plain form are never
 * confused.
 */
class CompressionTest {

    private static final String TEXT = "A text that is worth compressing. ".repeat(100);

    private final TestServer server = TestServer.start("compression");

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void sendsTheCompressedFormToClientsThatAcceptIt() throws IOException {
        for (int i = 0; i < 2; i++) {
            WireResponse response = server.get("/texts/plain", "Accept-Encoding: gzip, deflate");
            assertThat(response.headers("Content-Encoding")).containsExactly("gzip");
            assertThat(response.headers("Vary")).containsExactly("Accept-Encoding");
            assertThat(response.header("Content-Length")).isEqualTo(Integer.toString(response.body().length));
            assertThat(unzipped(response)).isEqualTo(TEXT);
        }
    }

    @Test
    void bothFormsShareAnEntryButHaveDifferentEtags() {
        WireResponse gzip = server.get("/texts/plain", "Accept-Encoding: gzip");
        WireResponse identity = server.get("/texts/plain");
        assertThat(identity.isHit()).isTrue();
        assertThat(identity.text()).isEqualTo(TEXT);
        assertThat(identity.header("Content-Encoding")).isNull();
        assertThat(identity.headers("Vary")).containsExactly("Accept-Encoding");
        assertThat(gzip.header("ETag")).isNotEqualTo(identity.header("ETag"));
    }

    @Test
    void etagOfOneFormDoesNotMatchTheOther() {
        String gzip = server.get("/texts/plain", "Accept-Encoding: gzip").header("ETag");
        assertThat(server.get("/texts/plain", "Accept-Encoding: gzip", "If-None-Match: " + gzip)
                        .status())
                .isEqualTo(304);
        assertThat(server.get("/texts/plain", "If-None-Match: " + gzip).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gzip;q=0            | ",
                "identity            | ",
                "deflate             | ",
                "gzip;q=0, *;q=1     | ",
                "gzip;q=0.5, identity| ",
                "*;q=0               | ",
                "*                   | gzip",
                "gzip;q=0.001        | gzip",
                "x-gzip              | gzip",
                "GZIP                | gzip",
            })
    void honorsTheWeightsOfTheClient(String accepted, String coding) {
        WireResponse response = server.get("/texts/plain", "Accept-Encoding: " + accepted);
        assertThat(response.header("Content-Encoding")).isEqualTo(coding);
    }

    @Test
    void headReturnsTheFieldsOfTheSelectedForm() {
        WireResponse get = server.get("/texts/plain", "Accept-Encoding: gzip");
        WireResponse head = server.head("/texts/plain", "Accept-Encoding: gzip");
        assertThat(head.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(head.header("Content-Length")).isEqualTo(get.header("Content-Length"));
        assertThat(head.header("ETag")).isEqualTo(get.header("ETag"));
    }

    @Test
    void rangeAppliesToTheSelectedForm() {
        byte[] whole = server.get("/texts/plain", "Accept-Encoding: gzip").body();
        WireResponse part = server.get("/texts/plain", "Accept-Encoding: gzip", "Range: bytes=0-9");
        assertThat(part.status()).isEqualTo(206);
        assertThat(part.header("Content-Range")).isEqualTo("bytes 0-9/" + whole.length);
        assertThat(part.body()).isEqualTo(Arrays.copyOf(whole, 10));
    }

    /** Another thread compresses it, for the first client that prefers it so. */
    @Test
    void largeBodyIsCompressedForTheFirstClientThatPrefersItSo() throws IOException {
        WireResponse plain = server.get("/texts/large");
        assertThat(plain.header("Content-Encoding")).isNull();
        for (int i = 0; i < 2; i++) {
            WireResponse gzip = server.get("/texts/large", "Accept-Encoding: gzip");
            assertThat(gzip.isHit()).isTrue();
            assertThat(gzip.header("Content-Encoding")).isEqualTo("gzip");
            assertThat(unzipped(gzip)).isEqualTo(plain.text());
        }
        server.get("/texts/plain");
        WireResponse unchanged = server.get("/texts/plain", "Accept-Encoding: gzip", "If-None-Match: *");
        assertThat(unchanged.status()).isEqualTo(304);
        assertThat(unchanged.header("ETag")).endsWith("-gzip\"");
    }

    @ParameterizedTest
    @CsvSource({"no-transform", "short", "image", "already"})
    void doesNotCompressUnsuitableResponses(String path) {
        server.get("/texts/" + path);
        WireResponse response = server.get("/texts/" + path, "Accept-Encoding: gzip");
        assertThat(response.isHit()).isTrue();
        assertThat(response.headers("Content-Encoding")).hasSize(path.equals("already") ? 1 : 0);
        assertThat(response.header("Vary")).isNull();
    }

    @Test
    void doesNotCompressIfTheServerDoesNot() {
        try (TestServer plain = TestServer.start("compression", "micronaut.server.netty.compression-threshold", -1)) {
            plain.get("/texts/plain");
            WireResponse response = plain.get("/texts/plain", "Accept-Encoding: gzip");
            assertThat(response.header("Content-Encoding")).isNull();
            assertThat(response.text()).isEqualTo(TEXT);
        }
    }

    @ParameterizedTest
    @CsvSource({"full, gzip", "short, ", "stream, gzip"})
    void leavesOtherRoutesToTheServer(String path, String coding) {
        WireResponse response = server.get("/uncached-texts/" + path, "Accept-Encoding: gzip");
        assertThat(response.header("Content-Encoding")).isEqualTo(coding);
    }

    private static String unzipped(WireResponse response) throws IOException {
        return new String(
                new GZIPInputStream(new ByteArrayInputStream(response.body())).readAllBytes(), StandardCharsets.UTF_8);
    }

    @Controller("/texts")
    @HttpCached(ttl = "1m")
    @Requires(property = "scenario", value = "compression")
    static class Texts {

        @Get("/plain")
        @Produces(MediaType.TEXT_PLAIN)
        String plain() {
            return TEXT;
        }

        @Get("/large")
        @Produces(MediaType.TEXT_PLAIN)
        String large() {
            return TEXT.repeat(50);
        }

        @Get("/short")
        @Produces(MediaType.TEXT_PLAIN)
        String brief() {
            return "too short";
        }

        @Get("/no-transform")
        @Produces(MediaType.TEXT_PLAIN)
        HttpResponse<String> noTransform() {
            return HttpResponse.ok(TEXT).header("Cache-Control", "max-age=60, no-transform");
        }

        @Get("/image")
        @Produces("image/png")
        byte[] image() {
            return TEXT.getBytes(StandardCharsets.UTF_8);
        }

        @Get("/already")
        @Produces(MediaType.TEXT_PLAIN)
        HttpResponse<String> already() {
            return HttpResponse.ok(TEXT).header("Content-Encoding", "x-made-up");
        }
    }

    @Controller("/uncached-texts")
    @Produces(MediaType.TEXT_PLAIN)
    @Requires(property = "scenario", value = "compression")
    static class UncachedTexts {

        @Get("/full")
        String full() {
            return TEXT;
        }

        @Get("/short")
        String brief() {
            return "too short";
        }

        @Get("/stream")
        Publisher<String> stream() {
            return Flux.just(TEXT, TEXT);
        }
    }
}
