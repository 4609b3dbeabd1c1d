package io.httpcached.suite.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.annotation.BodyKey;
import io.httpcached.annotation.HttpCached;
import io.httpcached.annotation.KeySource;
import io.httpcached.suite.wire.WireConnection;
import io.httpcached.suite.wire.WireResponse;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.CustomHttpMethod;
import io.micronaut.serde.annotation.Serdeable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests unusual and hostile bodies of requests to cached routes, with any store. */
@Timeout(60)
abstract class HostileBodiesContract {

    private static final String JSON = "Content-Type: application/json";
    private static final String TEXT = "Content-Type: text/plain";
    private static final int LIMIT = 1024;
    private static final int SERVER_LIMIT = 4096;

    private TestServer server;

    abstract TestServer start(Object... settings);

    @BeforeEach
    void start() {
        server = start("http-cache.max-request-body-size", LIMIT, "micronaut.server.max-request-size", SERVER_LIMIT);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    /** The order of two members with the same name decides which one counts. */
    @Test
    void namesThatAreSpelledDifferentlyAreNotReordered() {
        assertThat(json("{\"title\":\"dune\",\"\\u0074itle\":\"emma\"}")).isEqualTo("{title=emma}");
        assertThat(json("{\"\\u0074itle\":\"emma\",\"title\":\"dune\"}")).isEqualTo("{title=dune}");
    }

    private String json(String body) {
        String text = send("/hostile/map", body, JSON).text();
        return text.substring(text.indexOf(' ') + 1);
    }

    /** In another charset, the bytes of spaces and quotes are parts of other characters. */
    @Test
    void jsonInAnotherCharsetIsNotNormalized() {
        String type = JSON + ";charset=utf-16be";
        byte[] odd = ascii("[ 1, 2 ]");
        byte[] even = ascii("[1 , 2 ]");
        assertThat(sendBytes("/hostile/json", type, odd).text()).contains(new String(odd, StandardCharsets.UTF_16BE));
        assertThat(sendBytes("/hostile/json", type, even).text()).contains(new String(even, StandardCharsets.UTF_16BE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0", "0", "0.0", "1", "1.0", "1e0", "1E400", "123456789012345678901234567890", "null"})
    void numbersStayAsTheyAreSpelled(String number) {
        for (String other : new String[] {"-0", "0", "0.0", "1", "1.0", "1e0", "1E400", "null"}) {
            send("/hostile/json", "[" + other + "]", JSON);
        }
        assertThat(send("/hostile/json", "[" + number + "]", JSON).text()).endsWith(" [" + number + "]");
    }

    @Test
    void formsAreBound() {
        String form = "Content-Type: application/x-www-form-urlencoded";
        assertThat(send("/hostile/form", "title=dune&page=1", form).text()).isEqualTo("1 dune 1");
        assertHit(send("/hostile/form", "title=dune&page=1", form), "1 dune 1");
        assertThat(send("/hostile/form", "title=dune&page=2", form).text()).isEqualTo("2 dune 2");
        assertThat(send("/hostile/form-map", "title=a%26b", form).text()).isEqualTo("3 {title=a&b}");
        assertHit(send("/hostile/form-map", "title=a%26b", form), "3 {title=a&b}");
    }

    @Test
    void membersOfABodyAreBound() {
        assertThat(send("/hostile/member", "{\"title\":\"dune\",\"page\":1}", JSON)
                        .text())
                .isEqualTo("1 dune");
        assertHit(send("/hostile/member", "{\"title\":\"dune\",\"page\":1}", JSON), "1 dune");
        assertThat(send("/hostile/member", "{\"title\":\"emma\",\"page\":1}", JSON)
                        .text())
                .isEqualTo("2 emma");
    }

    @Test
    void requestsWithATypedBodyAreBound() {
        assertThat(send("/hostile/request-uncached", "{\"title\":\"dune\",\"page\":1}", JSON)
                        .text())
                .isEqualTo("dune");
        assertThat(send("/hostile/request", "{\"title\":\"dune\",\"page\":1}", JSON)
                        .text())
                .isEqualTo("1 dune");
        assertHit(send("/hostile/request", "{\"title\":\"dune\",\"page\":1}", JSON), "1 dune");
    }

    @Test
    void bodiesAreBoundWhereAllElseIsHidden() {
        server.close();
        server = start("http-cache.unkeyed-reads", "hide");
        assertThat(send("/hostile/text", "dune", TEXT).text()).isEqualTo("1 dune");
        assertThat(send("/hostile/member", "{\"title\":\"dune\",\"page\":1}", JSON)
                        .text())
                .isEqualTo("2 dune");
        assertThat(send("/hostile/request", "{\"title\":\"dune\",\"page\":1}", JSON)
                        .text())
                .isEqualTo("3 dune");
        assertHit(send("/hostile/text", "dune", TEXT), "1 dune");
    }

    @Test
    void multipartBodiesReachTheHandler() {
        String type = "Content-Type: multipart/form-data; boundary=x";
        String body = "--x\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\ndune\r\n--x--\r\n";
        assertThat(send("/hostile/multipart", body, type).text()).isEqualTo("1 dune");
        assertHit(send("/hostile/multipart", body, type), "1 dune");
    }

    @Test
    void compressedBodiesAreKeyedByWhatTheHandlerReceives() throws IOException {
        byte[] dune = gzip("dune");
        byte[] emma = gzip("emma");
        assertThat(sendBytes("/hostile/text", TEXT + "\r\nContent-Encoding: gzip", dune)
                        .text())
                .isEqualTo("1 dune");
        assertThat(sendBytes("/hostile/text", TEXT + "\r\nContent-Encoding: gzip", emma)
                        .text())
                .isEqualTo("2 emma");
        WireResponse again = sendBytes("/hostile/text", TEXT + "\r\nContent-Encoding: gzip", dune);
        assertHit(again, "1 dune");
    }

    /** A few bytes that become many count as many. */
    @Test
    void aCompressedBodyOverTheLimitBypassesTheCache() throws IOException {
        String large = "x".repeat(3 * LIMIT);
        for (int run = 1; run <= 2; run++) {
            WireResponse response = sendBytes("/hostile/text", TEXT + "\r\nContent-Encoding: gzip", gzip(large));
            assertThat(response.text()).isEqualTo(run + " " + large);
            assertThat(response.header("Cache-Status")).contains("fwd=bypass");
        }
    }

    @Test
    void aBodyOverTheLimitOfTheServerIsRejected() {
        String large = "x".repeat(SERVER_LIMIT + 1);
        assertThat(send("/hostile/text", large, TEXT).status()).isEqualTo(413);
        assertThat(chunked("/hostile/text", large, large).status()).isEqualTo(413);
        assertThat(send("/hostile/text", "dune", TEXT).text()).isEqualTo("1 dune");
    }

    @Test
    void requestsInOneGoAreAnsweredInTheirOrder() {
        StringBuilder requests = new StringBuilder();
        int count = 40;
        for (int i = 0; i < count; i++) {
            String body = "b" + i % 7 + (i % 3 == 0 ? "y".repeat(LIMIT) : "");
            requests.append("QUERY /hostile/echo HTTP/1.1\r\nHost: a\r\n" + TEXT + "\r\n");
            if (i % 2 == 0) {
                requests.append("Content-Length: ")
                        .append(body.length())
                        .append("\r\n\r\n")
                        .append(body);
            } else {
                requests.append("Transfer-Encoding: chunked\r\n\r\n1\r\nb\r\n")
                        .append(Integer.toHexString(body.length() - 1))
                        .append("\r\n")
                        .append(body.substring(1))
                        .append("\r\n0\r\n\r\n");
            }
        }
        try (WireConnection connection = new WireConnection(server.port())) {
            connection.write(ascii(requests.toString()));
            for (int i = 0; i < count; i++) {
                String body = "b" + i % 7 + (i % 3 == 0 ? "y".repeat(LIMIT) : "");
                assertThat(connection.read("QUERY").text()).isEqualTo(body);
            }
        }
    }

    /** The bytes behind the announced end are another request, and no valid one. */
    @Test
    void aBodyThatIsLongerThanAnnouncedIsCut() {
        try (WireConnection connection = new WireConnection(server.port())) {
            connection.write(ascii("QUERY /hostile/text HTTP/1.1\r\nHost: a\r\n" + TEXT
                    + "\r\nContent-Length: 2\r\n\r\ndune\r\n\r\n"));
            assertThat(connection.read("QUERY").text()).isEqualTo("1 du");
        }
        assertThat(send("/hostile/text", "dune", TEXT).text()).isEqualTo("2 dune");
    }

    @Test
    void aClientThatClosesAfterItsBodyLeavesAWholeEntry() {
        try (WireConnection connection = new WireConnection(server.port())) {
            connection.write(
                    ascii("QUERY /hostile/text HTTP/1.1\r\nHost: a\r\n" + TEXT + "\r\nContent-Length: 4\r\n\r\ndune"));
        }
        Eventually.get(() -> send("/hostile/text", "dune", TEXT), WireResponse::isHit);
        assertThat(send("/hostile/text", "dune", TEXT).text()).isIn("1 dune", "2 dune");
    }

    @Test
    void aLargeBodyMayWaitForPermission() {
        String body = "x".repeat(2 * LIMIT);
        try (WireConnection connection = new WireConnection(server.port())) {
            connection.write(ascii("QUERY /hostile/text HTTP/1.1\r\nHost: a\r\n" + TEXT
                    + "\r\nExpect: 100-continue\r\nContent-Length: " + body.length() + "\r\n\r\n"));
            connection.readSome("HTTP/1.1 100 Continue\r\n\r\n".length());
            connection.write(ascii(body));
            assertThat(connection.read("QUERY").text()).isEqualTo("1 " + body);
        }
    }

    private WireResponse send(String target, String body, String type) {
        int length = body.getBytes(StandardCharsets.UTF_8).length;
        return server.sendWithContent("QUERY", target, body, type, "Content-Length: " + length);
    }

    private WireResponse chunked(String target, String... chunks) {
        StringBuilder body = new StringBuilder();
        for (String chunk : chunks) {
            body.append(Integer.toHexString(chunk.length()))
                    .append("\r\n")
                    .append(chunk)
                    .append("\r\n");
        }
        return server.sendWithContent(
                "QUERY", target, body.append("0\r\n\r\n").toString(), TEXT, "Transfer-Encoding: chunked");
    }

    private WireResponse sendBytes(String target, String fields, byte[] body) {
        try (WireConnection connection = new WireConnection(server.port())) {
            connection.write(ascii("QUERY " + target + " HTTP/1.1\r\nHost: a\r\n" + fields + "\r\nContent-Length: "
                    + body.length + "\r\n\r\n"));
            connection.write(body);
            return connection.read("QUERY");
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }

    private static void assertHit(WireResponse response, String text) {
        assertThat(response.text()).isEqualTo(text);
        assertThat(response.isHit()).isTrue();
    }

    @Serdeable
    record Search(String title, int page) {}

    @Controller("/hostile")
    @Requires(property = "scenario", value = "hostile-bodies")
    @Consumes(MediaType.ALL)
    static class Pages {

        private final AtomicInteger runs = new AtomicInteger();

        private String run(String text) {
            return runs.incrementAndGet() + " " + text;
        }

        @CustomHttpMethod(method = "QUERY", value = "/text")
        @HttpCached(ttl = "1m")
        String text(@Body String text) {
            return run(text);
        }

        @CustomHttpMethod(method = "QUERY", value = "/echo")
        @HttpCached(ttl = "1m")
        String echo(@Body String text) {
            return text;
        }

        @CustomHttpMethod(method = "QUERY", value = "/json")
        @HttpCached(ttl = "1m", bodyKey = BodyKey.JSON)
        String json(@Body String text) {
            return run(text);
        }

        @CustomHttpMethod(method = "QUERY", value = "/map")
        @HttpCached(ttl = "1m", bodyKey = BodyKey.JSON)
        String map(@Body Map<String, String> members) {
            return run(members.toString());
        }

        @CustomHttpMethod(method = "QUERY", value = "/form")
        @HttpCached(ttl = "1m")
        String form(@Body Search search) {
            return run(search.title() + ' ' + search.page());
        }

        @CustomHttpMethod(method = "QUERY", value = "/form-map")
        @HttpCached(ttl = "1m")
        String formMap(@Body Map<String, String> members) {
            return run(members.toString());
        }

        @CustomHttpMethod(method = "QUERY", value = "/member")
        @HttpCached(ttl = "1m")
        String member(@Body("title") String title) {
            return run(title);
        }

        @CustomHttpMethod(method = "QUERY", value = "/request")
        @HttpCached(ttl = "1m", keySource = KeySource.REQUEST_URI)
        String request(HttpRequest<Search> request) {
            return run(request.getBody().map(Search::title).orElse("none"));
        }

        @CustomHttpMethod(method = "QUERY", value = "/request-uncached")
        String requestUncached(HttpRequest<Search> request) {
            return request.getBody().map(Search::title).orElse("none");
        }

        @CustomHttpMethod(method = "QUERY", value = "/multipart")
        @HttpCached(ttl = "1m")
        String multipart(@Body("title") String title) {
            return run(title);
        }
    }
}
