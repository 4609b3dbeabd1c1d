package io.httpcached.suite.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.annotation.HttpCached;
import io.httpcached.annotation.VersionSource;
import io.httpcached.suite.backend.RedisServers;
import io.httpcached.suite.wire.WireResponse;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.context.ServerRequestContext;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tests that a handler receives its own entity tag in place of that of the form that the cache compressed: with PUT, PATCH and
 * POST, on uncached routes, and where the request passes by the cache.
 */
class HandlerTagsTest {

    private static final String GZIP = "Accept-Encoding: gzip";
    private static final String TEXT = "A text that is worth compressing. ".repeat(100);

    private final TestServer server = TestServer.start("handler-tags");

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"memory", "redis"})
    void putWithTheTagOfTheCompressedFormSucceeds(String backend) {
        List<Object> settings = new ArrayList<>(
                List.of("http-cache.backend", backend, "http-cache.key-prefix", UUID.randomUUID() + ":"));
        RedisServers.properties(RedisServers.shared()).forEach((name, value) -> settings.addAll(List.of(name, value)));
        try (TestServer node = TestServer.start("handler-tags", settings.toArray())) {
            String tag = node.get("/docs/7", GZIP).header("ETag");
            assertThat(tag).isNotEqualTo("\"v7\"").endsWith("-gzip\"");
            assertThat(node.send("PUT", "/docs/7", "If-Match: " + tag).status()).isEqualTo(200);
            assertThat(node.send("PUT", "/docs/7", "If-Match: \"v7\"").status()).isEqualTo(200);
            assertThat(node.send("PUT", "/docs/7", "If-Match: \"v6\"").status()).isEqualTo(412);
        }
    }

    @Test
    void aNodeWhoseCacheIsOffKnowsTheTagsOfTheOthers() {
        String tag = server.get("/docs/7", GZIP).header("ETag");
        try (TestServer off = TestServer.start("handler-tags", "http-cache.enabled", false)) {
            assertThat(off.send("PUT", "/docs/7", "If-Match: " + tag).status()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "If-Match: COMPRESSED             | \"v7\"",
                "If-Match: \"a\", COMPRESSED,\"b\"| \"a\", \"v7\", \"b\"",
                "If-Match: \"v7\", COMPRESSED     | \"v7\"",
                "If-Match: W/COMPRESSED           | W/\"v7\"",
                "If-Match: *                      | *",
                "If-Match: \"v7-gzip\"            | \"v7-gzip\"",
                "If-Match: unquoted               | unquoted",
                "If-None-Match: COMPRESSED        | \"v7\"",
                "If-None-Match: *                 | *",
            })
    void unsafeRequestsReachHandlersWithTheTagsOfTheHandlers(String line, String expected) {
        String tag = server.get("/docs/7", GZIP).header("ETag");
        String field = line.substring(0, line.indexOf(':'));
        WireResponse seen = server.sendWithContent(
                "POST",
                "/docs/7/seen",
                "content",
                line.replace("COMPRESSED", tag),
                "X-Field: " + field,
                "Content-Type: text/plain",
                "Content-Length: 7");
        assertThat(seen.text()).isEqualTo("[" + expected + "] content");
        assertThat(server.send("PATCH", "/docs/7/seen", line.replace("COMPRESSED", tag), "X-Field: " + field)
                        .text())
                .isEqualTo("[" + expected + "]");
    }

    @Test
    void weakTagsStayWeak() {
        String tag = server.get("/docs/weak", GZIP).header("ETag");
        assertThat(tag).startsWith("W/\"weak-").endsWith("-gzip\"");
        assertThat(server.send("PATCH", "/docs/weak/seen", "If-None-Match: " + tag, "X-Field: If-None-Match")
                        .text())
                .isEqualTo("[W/\"weak\"]");
    }

    /** A tag of a handler that looks like one of a server that compresses. */
    @ParameterizedTest
    @ValueSource(strings = {"archive-gzip", "-gzip", "x-00000000-gzip"})
    void aTagOfAHandlerThatEndsLikeThatOfACompressedFormStaysAsItIs(String own) {
        String plain = server.get("/docs/" + own).header("ETag");
        String compressed = server.get("/docs/" + own, GZIP).header("ETag");
        assertThat(plain).isEqualTo('"' + own + '"');
        assertThat(compressed).isNotEqualTo(plain);
        assertThat(server.send("PUT", "/docs/" + own, "If-Match: " + plain).status())
                .isEqualTo(200);
        assertThat(server.send("PUT", "/docs/" + own, "If-Match: " + compressed).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/docs/7", "/docs/7/uncached"})
    void aHandlerThatRevalidatesIsNotModified(String path) {
        String tag = server.get("/docs/7", GZIP).header("ETag");
        WireResponse bypass = server.get(path, GZIP, "Cache-Control: no-store", "If-None-Match: " + tag);
        assertThat(bypass.status()).isEqualTo(304);
        assertThat(bypass.header("ETag")).isEqualTo(tag);
        WireResponse plain = server.get(path, "Cache-Control: no-store", "If-None-Match: \"v7\"");
        assertThat(plain.status()).isEqualTo(304);
        assertThat(plain.header("ETag")).isEqualTo("\"v7\"");
    }

    /** The tag of the compressed form is not that of the form that the request selects. */
    @ParameterizedTest
    @ValueSource(strings = {"/docs/7", "/docs/7/uncached"})
    void theTagOfTheCompressedFormMatchesNothingIfTheClientDoesNotAcceptIt(String path) {
        String tag = server.get("/docs/7", GZIP).header("ETag");
        WireResponse identity = server.get(path, "Cache-Control: no-store", "If-None-Match: " + tag);
        assertThat(identity.status()).isEqualTo(200);
        assertThat(identity.text()).isEqualTo(TEXT);
    }

    @Test
    void ifMatchOfAMissReachesTheHandler() {
        String tag = server.get("/docs/7", GZIP).header("ETag");
        server.send("PUT", "/docs/7", "If-Match: \"v7\"");
        assertThat(server.get("/docs/7", GZIP, "If-Match: " + tag).status()).isEqualTo(200);
        assertThat(server.get("/docs/7", GZIP, "If-Match: " + tag).isHit()).isTrue();
        assertThat(server.get("/docs/7", GZIP, "If-Match: \"v6\"").status()).isEqualTo(412);
    }

    /** A part of the handler's own body would not fit the compressed bytes that the client has (RFC 9110 §13.1.5). */
    @Test
    void aPartOfTheCompressedFormIsContinuedOnlyByTheCache() {
        WireResponse whole = server.get("/docs/7", GZIP);
        String[] part = {GZIP, "Range: bytes=10-19", "If-Range: " + whole.header("ETag")};
        assertThat(server.get("/docs/7", part).status()).isEqualTo(206);
        WireResponse uncached = server.get("/docs/7/parts", "Range: bytes=10-19", "If-Range: " + whole.header("ETag"));
        assertThat(uncached.status()).isEqualTo(200);
        assertThat(uncached.text()).isEqualTo(TEXT);
        assertThat(server.get("/docs/7/parts", "Range: bytes=10-19", "If-Range: \"v7\"")
                        .status())
                .isEqualTo(206);
    }

    @Test
    void aVersionSourceKnowsTheTagOfTheCompressedForm() {
        String tag = server.get("/docs/versions/7", GZIP).header("ETag");
        try (TestServer restarted = TestServer.start("handler-tags")) {
            WireResponse unchanged = restarted.get("/docs/versions/7", GZIP, "If-None-Match: " + tag);
            assertThat(unchanged.status()).isEqualTo(304);
            assertThat(unchanged.header("ETag")).isEqualTo(tag);
            assertThat(restarted
                            .get("/docs/versions/7", "If-None-Match: " + tag)
                            .status())
                    .isEqualTo(200);
        }
    }

    @Controller("/docs")
    @Requires(property = "scenario", value = "handler-tags")
    @SuppressWarnings("httpcached:missing-invalidation")
    static class Docs {

        @Get("/{id}")
        @Produces(MediaType.TEXT_PLAIN)
        @HttpCached(ttl = "1m")
        HttpResponse<String> show(String id) {
            return respond(id, ServerRequestContext.currentRequest().orElseThrow());
        }

        @Get("/{id}/uncached")
        @Produces(MediaType.TEXT_PLAIN)
        HttpResponse<String> uncached(String id, HttpRequest<?> request) {
            return respond(id, request);
        }

        @Get("/{id}/parts")
        @Produces(MediaType.TEXT_PLAIN)
        HttpResponse<String> parts(String id, @Nullable @Header(HttpHeaders.IF_RANGE) String ifRange) {
            return tag(id).equals(ifRange)
                    ? HttpResponse.<String>status(HttpStatus.PARTIAL_CONTENT).body(TEXT.substring(10, 20))
                    : HttpResponse.ok(TEXT);
        }

        @Get("/versions/{id}")
        @Produces(MediaType.TEXT_PLAIN)
        @HttpCached(ttl = "1m", version = Versions.class)
        String versioned(String id) {
            return TEXT;
        }

        @Put("/{id}")
        HttpResponse<String> change(String id, @Header(HttpHeaders.IF_MATCH) String ifMatch) {
            return ifMatch.equals(tag(id))
                    ? HttpResponse.ok("changed")
                    : HttpResponse.status(HttpStatus.PRECONDITION_FAILED);
        }

        @Post("/{id}/seen")
        @Produces(MediaType.TEXT_PLAIN)
        @Consumes(MediaType.TEXT_PLAIN)
        String seen(String id, HttpRequest<?> request, @Body String body) {
            return fields(request) + " " + body;
        }

        @Patch("/{id}/seen")
        @Produces(MediaType.TEXT_PLAIN)
        String seenWithoutBody(String id, HttpRequest<?> request) {
            return fields(request);
        }

        private static String fields(HttpRequest<?> request) {
            return request.getHeaders()
                    .getAll(request.getHeaders().get("X-Field"))
                    .toString();
        }

        /** Knows its own tag only, as handlers do. */
        private static HttpResponse<String> respond(String id, HttpRequest<?> request) {
            String ifMatch = request.getHeaders().get(HttpHeaders.IF_MATCH);
            if (ifMatch != null && !ifMatch.equals(tag(id))) {
                return HttpResponse.status(HttpStatus.PRECONDITION_FAILED);
            }
            boolean unchanged = tag(id).equals(request.getHeaders().get(HttpHeaders.IF_NONE_MATCH));
            return unchanged
                    ? HttpResponse.<String>notModified().header(HttpHeaders.ETAG, tag(id))
                    : HttpResponse.ok(TEXT).header(HttpHeaders.ETAG, tag(id));
        }

        private static String tag(String id) {
            return switch (id) {
                case "7" -> "\"v7\"";
                case "weak" -> "W/\"weak\"";
                default -> '"' + id + '"';
            };
        }
    }

    @Singleton
    @Requires(property = "scenario", value = "handler-tags")
    static final class Versions implements VersionSource {

        @Override
        public CompletionStage<Optional<String>> version(HttpRequest<?> request, Map<String, Object> variables) {
            return CompletableFuture.completedFuture(Optional.of("1"));
        }
    }
}
