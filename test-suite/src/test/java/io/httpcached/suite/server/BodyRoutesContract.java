package io.httpcached.suite.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.HttpCache;
import io.httpcached.annotation.BodyKey;
import io.httpcached.annotation.HttpCached;
import io.httpcached.annotation.KeyContribution;
import io.httpcached.annotation.KeyContributor;
import io.httpcached.annotation.KeySource;
import io.httpcached.suite.wire.WireResponse;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.CustomHttpMethod;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.context.ServerRequestContext;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tests routes for QUERY and POST whose keys contain the body, with any store. */
@Timeout(60)
abstract class BodyRoutesContract {

    private static final String JSON = "Content-Type: application/json";
    private static final int LIMIT = 1024;

    private TestServer server;

    abstract TestServer start(Object... settings);

    @BeforeEach
    void start() {
        server = start("http-cache.max-request-body-size", LIMIT, "endpoints.httpcache.sensitive", false);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void equalBodiesShareAnEntryAndOthersDoNot() {
        assertMiss(query("/search/text", "dune"), "1 dune");
        assertHit(query("/search/text", "dune"), "1 dune");
        assertMiss(query("/search/text", "emma"), "2 emma");
        assertMiss(query("/search/text", "dune "), "3 dune ");
        assertHit(query("/search/text", "emma"), "2 emma");
    }

    @Test
    void theContentTypeAndCodingArePartOfTheKey() {
        assertMiss(query("/search/text", "dune"), "1 dune");
        assertMiss(send("QUERY", "/search/text", "dune", "Content-Type: text/plain;charset=latin1"), "2 dune");
        assertMiss(
                send("QUERY", "/search/text", "dune", "Content-Type: text/plain", "Content-Encoding: x-a"), "3 dune");
    }

    @Test
    void anEmptyBodyIsABody() {
        assertMiss(send("QUERY", "/search/optional", ""), "1 none");
        assertHit(send("QUERY", "/search/optional", ""), "1 none");
        assertMiss(send("QUERY", "/search/optional", "a", "Content-Type: text/plain"), "2 a");
        assertHit(send("QUERY", "/search/optional", ""), "1 none");
    }

    @Test
    void theQueryStringIsPartOfTheKey() {
        assertMiss(query("/search/page?number=1", "dune"), "1 dune 1");
        assertMiss(query("/search/page?number=2", "dune"), "2 dune 2");
        assertHit(query("/search/page?number=1", "dune"), "1 dune 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "bytes", "stream", "publisher", "mono", "future", "request"})
    void theHandlerReceivesTheBodyInEachForm(String form) {
        String path = "/search/" + form;
        String body = "x".repeat(LIMIT - 4) + "dune";
        assertMiss(query(path, body), "1 " + body);
        assertHit(query(path, body), "1 " + body);
        assertMiss(chunked("QUERY", path, "Content-Type: text/plain", "du", "ne"), "2 dune");
        assertHit(query(path, "dune"), "1 " + body, "2 dune");
    }

    @Test
    void theHandlerReceivesAnObject() {
        assertMiss(send("QUERY", "/search/object", "{\"title\":\"dune\",\"page\":1}", JSON), "1 dune 1");
        assertHit(send("QUERY", "/search/object", "{\"title\":\"dune\",\"page\":1}", JSON), "1 dune 1");
        assertMiss(send("QUERY", "/search/object", "{\"page\":1,\"title\":\"dune\"}", JSON), "2 dune 1");
        assertThat(send("QUERY", "/search/object", "{\"title\":", JSON).status())
                .isEqualTo(400);
        assertThat(send("QUERY", "/search/object", "", JSON).status()).isEqualTo(400);
    }

    @Test
    void normalizedJsonIgnoresSpaceAndTheOrderOfMembers() {
        assertMiss(send("QUERY", "/search/json", "{\"title\":\"dune\",\"page\":1}", JSON), "1 dune 1");
        assertHit(send("QUERY", "/search/json", " { \"page\" : 1 , \"title\" : \"dune\" }\n", JSON), "1 dune 1");
        assertMiss(send("QUERY", "/search/json", "{\"title\":\"du ne\",\"page\":1}", JSON), "2 du ne 1");
        assertMiss(send("QUERY", "/search/json", "{\"title\":\"dune\",\"page\":10}", JSON), "3 dune 10");
    }

    @Test
    void chunkedBodiesAreRead() {
        assertMiss(chunked("QUERY", "/search/text", "Content-Type: text/plain", "du", "ne"), "1 dune");
        assertHit(chunked("QUERY", "/search/text", "Content-Type: text/plain", "d", "u", "n", "e"), "1 dune");
        assertHit(query("/search/text", "dune"), "1 dune");
    }

    @Test
    void aClientThatExpectsToContinueMayContinue() {
        String body = "dune";
        assertThat(expectingContinue("/search/text", body)).endsWith("1 dune");
        assertHit(query("/search/text", body), "1 dune");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "bytes", "stream", "publisher", "mono", "future", "request"})
    void aBodyOverTheLimitReachesTheHandlerWhole(String form) {
        String path = "/search/" + form;
        String limit = "x".repeat(LIMIT);
        assertMiss(query(path, limit), "1 " + limit);
        assertHit(query(path, limit), "1 " + limit);
        assertBypass(query(path, limit + 'y'), "2 " + limit + 'y');
        assertBypass(query(path, limit + 'y'), "3 " + limit + 'y');
        assertBypass(chunked("QUERY", path, "Content-Type: text/plain", limit, "y"), "4 " + limit + 'y');
        String large = "z".repeat(200 * LIMIT);
        assertBypass(chunked("QUERY", path, "Content-Type: text/plain", large, large), "5 " + large + large);
    }

    @Test
    void aBodyThatIsCutShortIsNotStored() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.getOutputStream()
                    .write(
                            "QUERY /search/text HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\nContent-Length: 8\r\n\r\ndune"
                                    .getBytes(StandardCharsets.US_ASCII));
        }
        assertMiss(query("/search/text", "dune"), "1 dune");
        assertHit(query("/search/text", "dune"), "1 dune");
    }

    @Test
    void aPostOfWhichTheRouteSaysThatItOnlyReadsIsCached() {
        server.get("/search/list");
        assertMiss(send("POST", "/search/list", "dune", "Content-Type: text/plain"), "2 dune");
        WireResponse hit = send("POST", "/search/list", "dune", "Content-Type: text/plain");
        assertHit(hit, "2 dune");
        assertThat(hit.header("Cache-Control")).isNull();
        // RFC 9111 §4.4 is about unsafe requests.
        assertThat(server.get("/search/list").isHit()).isTrue();
    }

    @Test
    void aQueryInvalidatesNothing() {
        server.get("/search/list");
        query("/search/text", "dune");
        send("QUERY", "/search/list", "dune", "Content-Type: text/plain");
        assertThat(server.get("/search/list").isHit()).isTrue();
    }

    @Test
    void clientsMayRevalidateAQueryAndKeepItsResponse() {
        WireResponse miss = query("/search/text", "dune");
        assertThat(miss.header("Cache-Control")).isEqualTo("max-age=60");
        String tag = "If-None-Match: " + miss.header("ETag");
        assertThat(send("QUERY", "/search/text", "dune", "Content-Type: text/plain", tag)
                        .status())
                .isEqualTo(304);
        assertThat(send("QUERY", "/search/text", "emma", "Content-Type: text/plain", tag)
                        .status())
                .isEqualTo(200);
        // RFC 9110 §14.2: a range is defined for GET only.
        WireResponse range = send("QUERY", "/search/text", "dune", "Content-Type: text/plain", "Range: bytes=0-1");
        assertHit(range, "1 dune");
    }

    @Test
    void theConditionOfAPostIsForItsHandler() {
        WireResponse miss = send("POST", "/search/list", "dune", "Content-Type: text/plain");
        assertBypass(
                send(
                        "POST",
                        "/search/list",
                        "dune",
                        "Content-Type: text/plain",
                        "If-None-Match: " + miss.header("ETag")),
                "2 dune");
        assertBypass(send("POST", "/search/list", "dune", "Content-Type: text/plain", "If-None-Match: *"), "3 dune");
    }

    @Test
    void invalidationsReachTheEntries() {
        query("/search/text", "dune");
        server.bean(HttpCache.class).invalidatePath("/search/text").join();
        assertMiss(query("/search/text", "dune"), "2 dune");
        server.invalidateTags("search");
        assertMiss(query("/search/text", "dune"), "3 dune");
    }

    @Test
    void aStaleEntryIsRevalidatedByTheRequestItself() {
        query("/search/text", "dune");
        server.advance(Duration.ofSeconds(61));
        assertThat(query("/search/text", "dune").text()).isEqualTo("2 dune");
        assertHit(query("/search/text", "dune"), "2 dune");
        send("QUERY", "/search/own", "dune", "Content-Type: text/plain");
        server.advance(Duration.ofSeconds(61));
        assertThat(send("QUERY", "/search/own", "dune", "Content-Type: text/plain")
                        .text())
                .isEqualTo("4 dune");
    }

    @Test
    void readsBesideTheKeySelectTheEntry() {
        assertMiss(query("/search/unkeyed", "dune", "X-Edition: north"), "1 dune north");
        assertMiss(query("/search/unkeyed", "dune", "X-Edition: south"), "2 dune south");
        assertHit(query("/search/unkeyed", "dune", "X-Edition: north"), "1 dune north");
    }

    @Test
    void onlyOperationsThatTheApplicationCallsQueriesAreCached() {
        String read = "{\"query\":\"query { book }\"}";
        String change = "{\"query\":\"mutation { save }\"}";
        assertMiss(send("POST", "/search/graphql", read, JSON), "1 " + read);
        assertHit(send("POST", "/search/graphql", read, JSON), "1 " + read);
        assertBypass(send("POST", "/search/graphql", change, JSON, "X-Operation: mutation"), "2 " + change);
        assertBypass(send("POST", "/search/graphql", change, JSON, "X-Operation: mutation"), "3 " + change);
    }

    @Test
    void explainTakesTheBody() {
        query("/search/text", "dune");
        assertThat(explain("dune")).contains("\"decision\":\"hit\"");
        assertThat(explain("emma")).contains("\"decision\":\"miss\"");
    }

    @Test
    void hostileBodiesNeverShareAnEntryAndNeverFail() {
        Random random = new Random(7);
        String alphabet = "{}[]\",:\\ \t\n0129-+.eEtrufalsn\u00e9\u0000";
        for (int i = 0; i < 300; i++) {
            StringBuilder body = new StringBuilder();
            int length = random.nextInt(40);
            for (int j = 0; j < length; j++) {
                body.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            WireResponse response = send("QUERY", "/search/echo", body.toString(), JSON);
            assertThat(response.status()).isEqualTo(200);
            assertThat(withoutSpace(response.text())).isEqualTo(withoutSpace(body.toString()));
        }
        String deep = "[".repeat(LIMIT);
        assertThat(send("QUERY", "/search/echo", deep, JSON).text()).isEqualTo(deep);
    }

    private static String withoutSpace(String text) {
        return text.replaceAll("[ \\t\\n]", "");
    }

    private String explain(String body) {
        return server.get("/httpcache/explain?uri=/search/text&method=QUERY&header=Content-Type:%20text/plain&body="
                        + body)
                .text();
    }

    private WireResponse query(String target, String body, String... headers) {
        String[] all = Stream.concat(Stream.of("Content-Type: text/plain"), Stream.of(headers))
                .toArray(String[]::new);
        return send("QUERY", target, body, all);
    }

    private WireResponse send(String method, String target, String body, String... headers) {
        String length = "Content-Length: " + body.getBytes(StandardCharsets.UTF_8).length;
        String[] all = Stream.concat(Stream.of(headers), Stream.of(length)).toArray(String[]::new);
        return server.sendWithContent(method, target, body, all);
    }

    private WireResponse chunked(String method, String target, String type, String... chunks) {
        StringBuilder body = new StringBuilder();
        for (String chunk : chunks) {
            body.append(Integer.toHexString(chunk.length()))
                    .append("\r\n")
                    .append(chunk)
                    .append("\r\n");
        }
        return server.sendWithContent(
                method, target, body.append("0\r\n\r\n").toString(), type, "Transfer-Encoding: chunked");
    }

    /** Sends the body only after the interim response, as clients of large bodies do. */
    private String expectingContinue(String target, String body) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(20_000);
            OutputStream out = socket.getOutputStream();
            out.write(("QUERY " + target + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Type: text/plain\r\n"
                            + "Expect: 100-continue\r\nContent-Length: " + body.length() + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            String interim = new String(in.readNBytes("HTTP/1.1 100 Continue".length()), StandardCharsets.US_ASCII);
            assertThat(interim).isEqualTo("HTTP/1.1 100 Continue");
            out.write(body.getBytes(StandardCharsets.US_ASCII));
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void assertMiss(WireResponse response, String text) {
        assertThat(response.text()).isEqualTo(text);
        assertThat(response.header("Cache-Status")).contains("miss; stored");
    }

    private static void assertBypass(WireResponse response, String text) {
        assertThat(response.text()).isEqualTo(text);
        assertThat(response.header("Cache-Status")).contains("fwd=bypass").doesNotContain("stored");
    }

    private static void assertHit(WireResponse response, String... texts) {
        assertThat(response.isHit()).isTrue();
        assertThat(response.text()).isIn((Object[]) texts);
    }

    @Serdeable
    record Search(String title, int page) {}

    /** GraphQL over POST: the application knows the operation. */
    @Singleton
    @Requires(property = "scenario", value = "body-routes")
    static class OnlyQueries implements KeyContributor {

        @Override
        public KeyContribution contribute(HttpRequest<?> request) {
            return request.getHeaders().contains("X-Operation")
                    ? KeyContribution.notCacheable("no query")
                    : KeyContribution.of(null);
        }
    }

    @Controller("/search")
    @Requires(property = "scenario", value = "body-routes")
    @Consumes(MediaType.ALL)
    static class Pages {

        private final AtomicInteger runs = new AtomicInteger();

        private String run(String text) {
            return runs.incrementAndGet() + " " + text;
        }

        @CustomHttpMethod(method = "QUERY", value = "/text")
        @HttpCached(ttl = "1m", tags = "search", clientTtl = "1m")
        String text(@Body String text) {
            return run(text);
        }

        @CustomHttpMethod(method = "QUERY", value = "/optional")
        @HttpCached(ttl = "1m")
        String optional(@Body @Nullable String text) {
            return run(text == null ? "none" : text);
        }

        @CustomHttpMethod(method = "QUERY", value = "/page{?number}")
        @HttpCached(ttl = "1m")
        String page(@Body String text, @QueryValue int number) {
            return run(text + ' ' + number);
        }

        @CustomHttpMethod(method = "QUERY", value = "/bytes")
        @HttpCached(ttl = "1m")
        String bytes(@Body byte[] bytes) {
            return run(new String(bytes, StandardCharsets.UTF_8));
        }

        @CustomHttpMethod(method = "QUERY", value = "/stream")
        @HttpCached(ttl = "1m")
        @ExecuteOn(TaskExecutors.BLOCKING)
        String stream(@Body InputStream stream) throws IOException {
            return run(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        }

        @CustomHttpMethod(method = "QUERY", value = "/publisher")
        @HttpCached(ttl = "1m")
        Mono<String> publisher(@Body Publisher<byte[]> parts) {
            return Flux.from(parts)
                    .map(part -> new String(part, StandardCharsets.UTF_8))
                    .collect(StringBuilder::new, StringBuilder::append)
                    .map(text -> run(text.toString()));
        }

        @CustomHttpMethod(method = "QUERY", value = "/mono")
        @HttpCached(ttl = "1m")
        Mono<String> mono(@Body Mono<String> text) {
            return text.map(this::run);
        }

        @CustomHttpMethod(method = "QUERY", value = "/future")
        @HttpCached(ttl = "1m")
        CompletableFuture<String> future(@Body CompletableFuture<String> text) {
            return text.thenApply(this::run);
        }

        @CustomHttpMethod(method = "QUERY", value = "/request")
        @HttpCached(ttl = "1m", keySource = KeySource.REQUEST_URI)
        String request(HttpRequest<?> request, @Body String text) {
            assertThat(request.getMethodName()).isEqualTo("QUERY");
            return run(text);
        }

        @CustomHttpMethod(method = "QUERY", value = "/object")
        @HttpCached(ttl = "1m")
        String object(@Body Search search) {
            return run(search.title() + ' ' + search.page());
        }

        @CustomHttpMethod(method = "QUERY", value = "/json")
        @HttpCached(ttl = "1m", bodyKey = BodyKey.JSON)
        String json(@Body Search search) {
            return run(search.title() + ' ' + search.page());
        }

        @CustomHttpMethod(method = "QUERY", value = "/echo")
        @HttpCached(ttl = "1m", bodyKey = BodyKey.JSON)
        String echo(@Body @Nullable String body) {
            return body == null ? "" : body;
        }

        @CustomHttpMethod(method = "QUERY", value = "/own")
        @HttpCached
        HttpResponse<String> own(@Body String text) {
            return HttpResponse.ok(run(text))
                    .header("Cache-Control", "max-age=60, stale-while-revalidate=600, stale-if-error=600");
        }

        @CustomHttpMethod(method = "QUERY", value = "/unkeyed")
        @HttpCached(ttl = "1m")
        String unkeyed(@Body String text) {
            return run(text
                    + ' '
                    + ServerRequestContext.currentRequest()
                            .orElseThrow()
                            .getHeaders()
                            .get("X-Edition"));
        }

        @Get("/list")
        @HttpCached(ttl = "1m")
        String list() {
            return run("list");
        }

        @Post("/list")
        @HttpCached(ttl = "1m", methods = "POST")
        String search(@Body String text) {
            return run(text);
        }

        @Post("/graphql")
        @HttpCached(ttl = "1m", methods = "POST", key = OnlyQueries.class)
        String graphql(@Body String operation) {
            return run(operation);
        }
    }
}
