package io.httpcached.suite.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.decoder.BrotliInputStream;
import com.github.luben.zstd.ZstdInputStream;
import io.httpcached.annotation.HttpCached;
import io.httpcached.suite.wire.WireResponse;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.Put;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests entries whose bodies clients prefer compressed with Brotli or Zstandard, where the libraries are on the class path. */
class ContentCodingsTest {

    private static final String TEXT = "A text that is worth compressing. ".repeat(100);

    private TestServer server = TestServer.start("content-codings");

    @BeforeAll
    static void loadLibraries() {
        Brotli4jLoader.ensureAvailability();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gzip, deflate, br, zstd      | br",
                "zstd, gzip                   | zstd",
                "gzip, br;q=0.9               | gzip",
                "br;q=0, *                    | gzip",
                "*                            | gzip",
                "br;q=0.1, identity           | ",
                "BR                           | br"
            })
    void sendsTheCodingThatTheClientPrefers(String accepted, String coding) throws IOException {
        for (String path : new String[] {"/coded/small", "/coded/large", "/coded/small"}) {
            WireResponse response = server.get(path, "Accept-Encoding: " + accepted);
            assertThat(response.header("Content-Encoding")).isEqualTo(coding);
            assertThat(response.headers("Vary")).containsExactly("Accept-Encoding");
            assertThat(response.header("Content-Length")).isEqualTo(Integer.toString(response.body().length));
            assertThat(decoded(response)).isEqualTo(path.equals("/coded/small") ? TEXT : TEXT.repeat(50));
        }
    }

    @Test
    void allFormsShareAnEntryAndHaveTagsOfTheirOwn() {
        String plain = tag(server.get("/coded/small"));
        for (String coding : new String[] {"br", "zstd", "gzip"}) {
            WireResponse form = server.get("/coded/small", "Accept-Encoding: " + coding);
            assertThat(form.isHit()).isTrue();
            String tag = tag(form);
            assertThat(tag).startsWith(plain.substring(0, plain.length() - 1)).endsWith("-" + coding + "\"");
            assertThat(status(coding, tag)).isEqualTo(304);
            assertThat(status("identity", tag)).isEqualTo(200);
            assertThat(status(coding, plain)).isEqualTo(200);
        }
    }

    private static String tag(WireResponse response) {
        return Objects.requireNonNull(response.header("ETag"));
    }

    private int status(String coding, String tag) {
        return server.get("/coded/small", "Accept-Encoding: " + coding, "If-None-Match: " + tag)
                .status();
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "zstd"})
    void headAndRangesAreThoseOfTheSelectedForm(String coding) {
        WireResponse whole = server.get("/coded/small", "Accept-Encoding: " + coding);
        WireResponse head = server.head("/coded/small", "Accept-Encoding: " + coding);
        assertThat(head.header("Content-Length")).isEqualTo(Integer.toString(whole.body().length));
        assertThat(head.header("ETag")).isEqualTo(whole.header("ETag"));
        WireResponse part = server.get("/coded/small", "Accept-Encoding: " + coding, "Range: bytes=0-9");
        assertThat(part.status()).isEqualTo(206);
        assertThat(part.body()).isEqualTo(Arrays.copyOf(whole.body(), 10));
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "zstd", "gzip"})
    void handlersReceiveTheirOwnTag(String coding) {
        String tag = tag(server.get("/coded/small", "Accept-Encoding: " + coding));
        String own = tag(server.get("/coded/small"));
        assertThat(server.sendWithContent("PUT", "/coded-others", "", "Content-Length: 0", "If-Match: " + tag)
                        .text())
                .isEqualTo(own);
        assertThat(server.get("/coded-others", "Accept-Encoding: " + coding, "If-None-Match: " + tag)
                        .text())
                .isEqualTo(own + " " + tag);
        assertThat(server.get("/coded-others", "If-None-Match: " + tag).text())
                .as("a client that does not accept the coding")
                .isEqualTo(tag);
    }

    /** Each hit decodes its entry, which contains one compressed body. */
    @Test
    void entriesInABackendAreCompressedWithGzipOnly() throws IOException {
        server.close();
        server = TestServer.startOverRedis("content-codings");
        for (int i = 0; i < 3; i++) {
            WireResponse response = server.get("/coded/small", "Accept-Encoding: br, zstd, gzip");
            assertThat(response.header("Content-Encoding")).isEqualTo("gzip");
            assertThat(decoded(response)).isEqualTo(TEXT);
        }
        WireResponse plain = server.get("/coded/small", "Accept-Encoding: br");
        assertThat(plain.isHit()).isTrue();
        assertThat(plain.header("Content-Encoding")).isNull();
    }

    private static String decoded(WireResponse response) throws IOException {
        String coding = response.header("Content-Encoding");
        InputStream body = new ByteArrayInputStream(response.body());
        try (InputStream plain =
                switch (coding == null ? "" : coding) {
                    case "br" -> new BrotliInputStream(body);
                    case "zstd" -> new ZstdInputStream(body);
                    case "gzip" -> new GZIPInputStream(body);
                    default -> body;
                }) {
            return new String(plain.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Controller("/coded")
    @Produces(MediaType.TEXT_PLAIN)
    @Requires(property = "scenario", value = "content-codings")
    static class Texts {

        @Get("/small")
        @HttpCached(ttl = "1m")
        String small() {
            return TEXT;
        }

        @Get("/large")
        @HttpCached(ttl = "1m")
        String large() {
            return TEXT.repeat(50);
        }
    }

    /** Routes of the same resources that are not cached. */
    @Controller("/coded-others")
    @Produces(MediaType.TEXT_PLAIN)
    @Requires(property = "scenario", value = "content-codings")
    static class Others {

        @Put
        String change(@Header("If-Match") String tag) {
            return tag;
        }

        @Get
        String uncached(HttpRequest<?> request) {
            return String.join(" ", request.getHeaders().getAll("If-None-Match"));
        }
    }
}
