package io.httpcached.example.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Reads, changes and revalidates a resource through the gateway, with the HTTP server and the HTTP client of the JDK.
 */
class JavaOriginTest {

    private final HttpServer origin = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    private final Gateway gateway =
            new Gateway("http://127.0.0.1:" + origin.getAddress().getPort());
    private final HttpClient client = HttpClient.newHttpClient();
    private final AtomicInteger reads = new AtomicInteger();
    private volatile String note = "first";

    JavaOriginTest() throws IOException {}

    @BeforeEach
    void start() {
        origin.createContext("/note", this::serve);
        origin.start();
    }

    @AfterEach
    void stop() {
        gateway.close();
        origin.stop(0);
    }

    @Test
    void servesANoteFromTheCacheUntilItIsChanged() throws Exception {
        HttpResponse<String> miss = send("GET", "");
        HttpResponse<String> hit = send("GET", "");
        assertThat(miss.headers().firstValue("X-Cache")).hasValue("MISS");
        assertThat(hit.headers().firstValue("X-Cache")).hasValue("HIT");
        assertThat(hit.body()).isEqualTo(miss.body()).isEqualTo("first");
        assertThat(send("HEAD", "").headers().firstValue("X-Cache")).hasValue("HIT");
        assertThat(reads).hasValue(1);

        assertThat(send("PUT", "second").statusCode()).isEqualTo(204);
        assertThat(send("GET", "").body()).isEqualTo("second");
        assertThat(send("GET", "").headers().firstValue("X-Cache")).hasValue("HIT");
        assertThat(reads).hasValue(2);
    }

    @Test
    void revalidatesForAClientThatSendsNoCache() throws Exception {
        send("GET", "");
        HttpResponse<String> validated = send("GET", "", "Cache-Control", "max-age=0");
        assertThat(validated.statusCode()).isEqualTo(200);
        assertThat(validated.body()).isEqualTo("first");
        assertThat(validated.headers().firstValue("Cache-Status").orElseThrow()).contains("fwd-status=304");
        assertThat(reads).hasValue(1);
    }

    private HttpResponse<String> send(String method, String body, String... fields) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + gateway.port() + "/note"))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (fields.length > 0) {
            request.headers(fields);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (exchange.getRequestMethod().equals("PUT")) {
                note = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(204, -1);
                return;
            }
            String tag = '"' + note + '"';
            exchange.getResponseHeaders().set("ETag", tag);
            exchange.getResponseHeaders().set("Cache-Control", "max-age=60");
            if (tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                exchange.sendResponseHeaders(304, -1);
                return;
            }
            reads.incrementAndGet();
            byte[] bytes = note.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
