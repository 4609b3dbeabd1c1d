package io.httpcached.example.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that messages are forwarded unchanged, both on a miss and on each hit. */
class ForwardingTest {

    /** The names of the hop-by-hop fields and of the fields that the cache adds. */
    private static final Set<String> OWN =
            Set.of("connection", "content-length", "transfer-encoding", "age", "cache-status", "x-cache", "etag");

    private static final String STORED = "Cache-Control: max-age=60";
    private static final String NOT_STORED = "Cache-Control: no-store";

    private final RawOrigin origin = new RawOrigin();
    private final Gateway gateway = new Gateway(origin.url());

    ForwardingTest() throws IOException {}

    @AfterEach
    void stop() throws IOException {
        gateway.close();
        origin.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 203, 299, 301, 302, 307, 404, 418, 451, 499, 500, 503, 599})
    void cachesAnyValidStatusWithAnExplicitLifetime(int status) throws IOException {
        origin.answer("HTTP/1.1 " + status + " So Be It\n" + STORED + "\nContent-Length: 5\n\nhello");
        Message miss = gateway.get("/a");
        Message hit = gateway.get("/a");
        assertThat(hit.isHit()).isTrue();
        assertThat(hit.status()).isEqualTo(miss.status()).isEqualTo(status);
        assertThat(hit.text()).isEqualTo(miss.text()).isEqualTo("hello");
        assertThat(origin.requests()).hasSize(1);
    }

    /** A status above 599 is invalid (RFC 9110 §15). The gateway forwards it and does not store it. */
    @Test
    void forwardsInvalidStatuses() throws IOException {
        origin.answer("HTTP/1.1 999 Request Denied\n" + STORED + "\nContent-Length: 5\n\nhello");
        gateway.get("/a");
        Message second = gateway.get("/a");
        assertThat(second.startLine()).isEqualTo("HTTP/1.1 999 Request Denied");
        assertThat(second.isHit()).isFalse();
        assertThat(second.text()).isEqualTo("hello");
    }

    @ParameterizedTest
    @ValueSource(strings = {STORED, NOT_STORED})
    void forwardsEndToEndFieldsOfResponsesUnchanged(String storing) throws IOException {
        List<String> lines = List.of(
                storing,
                "Date: Mon, 01 Jan 2040 00:00:00 GMT",
                "Server: Origin/1.0 (test)",
                "Content-Type: text/x-odd;Charset=\"utf-8\";  a=b",
                "Link: </a>; rel=preload",
                "Link: </b>; rel=preload, </c>",
                "X-Empty:",
                "X-Empty: not",
                "X-Empty:",
                "x-LoWeR: a,,b ;;",
                "X-Latin: caf\u00e9",
                "Via: 1.1 inner");
        origin.answer("HTTP/1.1 200 OK\nContent-Length: 2\nConnection: X-Hop, close\nX-Hop: 1\nKeep-Alive: timeout=5\n"
                + String.join("\n", lines) + "\n\nok");
        for (int i = 0; i < 2; i++) {
            Message response = gateway.get("/a");
            assertThat(response.isHit()).isEqualTo(i == 1 && storing.equals(STORED));
            assertThat(endToEnd(response)).containsExactlyInAnyOrderElementsOf(lines);
            assertThat(response.values("X-Empty")).containsExactly("", "not", "");
        }
    }

    @Test
    void addsNoContentTypeToABodyWithoutOne() throws IOException {
        origin.answer("HTTP/1.1 200 OK\n" + STORED + "\nContent-Length: 5\n\nhello");
        assertThat(gateway.get("/a").values("Content-Type")).isEmpty();
        assertThat(gateway.get("/a").values("Content-Type")).isEmpty();
        assertThat(gateway.send("POST", "/a").values("Content-Type")).isEmpty();
        assertThat(gateway.send("PROPFIND", "/a").values("Content-Type")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "POST", "DELETE", "OPTIONS", "PROPFIND"})
    void forwardsEndToEndFieldsOfRequestsUnchanged(String method) throws IOException {
        origin.answer("HTTP/1.1 204 No Content\n\n");
        List<String> lines = List.of(
                "User-Agent: Curious/1.0",
                "Accept: text/x-odd;q=0.5, */*;q=0",
                "Accept-Encoding: br;q=1, gzip;q=0.1",
                "Authorization: Basic YTpi",
                "Cookie: a=b; c=d",
                "Forwarded: for=192.0.2.1",
                "If-Match: \"x\"",
                "X-Empty:",
                "X-Empty: not",
                "x-LoWeR: a,,b ;;",
                "Via: 1.0 outer");
        String hop = "Connection: X-Hop\nConnection: close\nX-Hop: 1\nTE: trailers\nProxy-Authorization: Basic eDp5\n";
        Message response = Wire.exchange(
                gateway.port(),
                method + " /a?b=%20 HTTP/1.1\nHost: shop.example\n" + hop + String.join("\n", lines) + "\n\n");
        assertThat(response.status()).isEqualTo(204);
        Message request = origin.lastRequest();
        assertThat(request.startLine()).isEqualTo(method + " /a?b=%20 HTTP/1.1");
        assertThat(request.values("Host")).containsExactly("shop.example");
        assertThat(request.values("Via")).containsExactly("1.0 outer", "1.1 gateway");
        assertThat(endToEnd(request))
                .filteredOn(line -> !line.equals("Via: 1.1 gateway") && !line.startsWith("Host:"))
                .containsExactlyInAnyOrderElementsOf(lines);
    }

    @ParameterizedTest
    @ValueSource(strings = {STORED, NOT_STORED})
    void forwardsBinaryBodiesUnchanged(String storing) throws IOException {
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        answer("HTTP/1.1 200 OK\nContent-Length: 256\n" + storing + "\n\n", all);
        assertThat(gateway.get("/a").body()).isEqualTo(all);
        assertThat(gateway.get("/a").body()).isEqualTo(all);
    }

    @Test
    void forwardsEncodedBodiesUnchanged() throws IOException {
        byte[] zipped = gzip("hello ".repeat(1_000));
        answer(
                "HTTP/1.1 200 OK\nContent-Encoding: gzip\nVary: Accept-Encoding\nETag: \"zipped\"\nContent-Length: "
                        + zipped.length + "\n" + STORED + "\n\n",
                zipped);
        for (int i = 0; i < 2; i++) {
            Message response = gateway.get("/a", "Accept-Encoding: gzip");
            assertThat(response.body()).isEqualTo(zipped);
            assertThat(response.values("Content-Encoding")).containsExactly("gzip");
            assertThat(response.values("ETag")).containsExactly("\"zipped\"");
            assertThat(response.isHit()).isEqualTo(i == 1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET,      Content-Length: 4,         'a=%0'",
        "POST,     Content-Length: 4,         'a=%0'",
        "PUT,      Transfer-Encoding: chunked, '4\r\na=%0\r\n0\r\n\r\n'",
        "PATCH,    Content-Length: 4,         'a=%0'",
        "DELETE,   Content-Length: 4,         'a=%0'",
        "REPORT,   Content-Length: 4,         'a=%0'",
    })
    void forwardsRequestBodies(String method, String framing, String body) throws Exception {
        BlockingQueue<String> bodies = new LinkedBlockingQueue<>();
        origin.answer((request, in, out) -> {
            bodies.add(new String(Wire.body(request, in), StandardCharsets.ISO_8859_1));
            out.write(Wire.bytes("HTTP/1.1 201 Created\nContent-Length: 4\n\ndone"));
        });
        String type = "Content-Type: application/x-www-form-urlencoded";
        Message response = Wire.exchange(
                gateway.port(),
                "%s /a HTTP/1.1\nHost: shop.example\nConnection: close\n%s\n%s\n\n%s"
                        .formatted(method, type, framing, body));
        assertThat(bodies.poll(20, TimeUnit.SECONDS)).isEqualTo("a=%0");
        assertThat(origin.lastRequest().values("Content-Type")).containsExactly("application/x-www-form-urlencoded");
        assertThat(response.status()).isEqualTo(201);
        assertThat(response.text()).isEqualTo("done");
    }

    @Test
    void streamsRequestBodies() throws Exception {
        BlockingQueue<String> chunks = new LinkedBlockingQueue<>();
        origin.answer((request, in, out) -> {
            chunks.add(new String(Wire.chunk(in), StandardCharsets.ISO_8859_1));
            Wire.body(request, in);
            out.write(Wire.bytes("HTTP/1.1 204 No Content\n\n"));
        });
        try (Socket client = Wire.connect(gateway.port())) {
            OutputStream out = client.getOutputStream();
            out.write(Wire.bytes("POST /a HTTP/1.1\nHost: a\nTransfer-Encoding: chunked\n\n5\r\nfirst\r\n"));
            assertThat(chunks.poll(20, TimeUnit.SECONDS)).isEqualTo("first");
            out.write(bytes("4\r\nlast\r\n0\r\n\r\n"));
            assertThat(Wire.head(new BufferedInputStream(client.getInputStream()))
                            .status())
                    .isEqualTo(204);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST"})
    void dropsInterimResponses(String method) throws IOException {
        String interim = "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 102 Processing\r\n\r\n";
        answer(interim, "HTTP/1.1 200 OK\n" + STORED + "\nContent-Length: 5\n\n", bytes("hello"));
        Message response = gateway.send(method, "/a");
        assertThat(response.status()).isEqualTo(200);
        assertThat(response.text()).isEqualTo("hello");
        assertThat(response.values("Link")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "REPORT", "OPTIONS"})
    void noRequestTargetReachesAnotherHost(String method) throws IOException {
        try (RawOrigin elsewhere = new RawOrigin()) {
            String host = elsewhere.url().replace("http:", "").replace("/", "");
            origin.answer("HTTP/1.1 204 No Content\n\n");
            assertThat(gateway.send(method, "@" + host + "/a").status()).isEqualTo(400);
            assertThat(gateway.send(method, "." + host).status()).isEqualTo(400);
            assertThat(gateway.send(method, "*").status()).isEqualTo(400);
            assertThat(gateway.send(method, "/a\"b").status()).isEqualTo(400);
            assertThat(origin.requests()).isEmpty();
            gateway.send(method, "//" + host + "/a?b");
            assertThat(origin.lastRequest().startLine()).isEqualTo(method + " //" + host + "/a?b HTTP/1.1");
            gateway.send(method, "http://" + host + "/a%2Fb?c");
            assertThat(origin.lastRequest().startLine()).isEqualTo(method + " /a%2Fb?c HTTP/1.1");
            assertThat(elsewhere.requests()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "CONNECT"})
    void rejectsConnectAndTrace(String method) throws IOException {
        String target = method.equals("CONNECT") ? "shop.example:443" : "/a";
        assertThat(gateway.send(method, target).status()).isBetween(400, 499);
        assertThat(origin.requests()).isEmpty();
    }

    private static List<String> endToEnd(Message message) {
        return message.lines().stream()
                .filter(line ->
                        !OWN.contains(line.substring(0, line.indexOf(':')).toLowerCase(Locale.ROOT)))
                .map(line -> line.endsWith(": ") ? line.substring(0, line.length() - 1) : line)
                .toList();
    }

    private void answer(String head, byte[] body) {
        answer("", head, body);
    }

    private void answer(String interim, String head, byte[] body) {
        origin.answer((request, in, out) -> {
            out.write(bytes(interim));
            out.write(Wire.bytes(head));
            out.write(body);
        });
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
