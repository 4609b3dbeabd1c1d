package io.httpcached.example.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tests bodies that arrive in pieces: they are stored whole or streamed to the client, and a truncated body is never
 * passed off as complete.
 */
class StreamingTest {

    private static final int MAX_BODY_SIZE = 64 * 1024;
    private static final String STORED = "Cache-Control: max-age=60";
    private static final String NOT_STORED = "Cache-Control: no-store";

    private final RawOrigin origin = new RawOrigin();
    private final Gateway gateway = new Gateway(origin.url(), "http-cache.max-body-size", MAX_BODY_SIZE);

    StreamingTest() throws IOException {}

    @AfterEach
    void stop() throws IOException {
        gateway.close();
        origin.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 65536", "Transfer-Encoding: chunked", "X-Ends: with the connection"})
    void storesBodiesUpToTheLimit(String framing) throws IOException {
        byte[] body = random(MAX_BODY_SIZE);
        serve(STORED + "\n" + framing, body);
        assertSame(gateway.get("/a"), body);
        Message hit = gateway.get("/a");
        assertThat(hit.isHit()).isTrue();
        assertSame(hit, body);
        assertThat(origin.requests()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, Cache-Control: max-age=60, Content-Length: 3000000",
        "GET, Cache-Control: max-age=60, Transfer-Encoding: chunked",
        "GET, Cache-Control: max-age=60, X-Ends: with the connection",
        "GET, Cache-Control: no-store, Content-Length: 3000000",
        "GET, Cache-Control: no-store, Transfer-Encoding: chunked",
        "POST, Cache-Control: no-store, Content-Length: 3000000",
        "POST, Cache-Control: no-store, Transfer-Encoding: chunked",
        "REPORT, Cache-Control: no-store, Content-Length: 3000000",
    })
    void streamsBodiesAboveTheLimitUnchanged(String method, String storing, String framing) throws IOException {
        byte[] body = random(3_000_000);
        serve(storing + "\n" + framing, body);
        for (int i = 0; i < 2; i++) {
            Message response = gateway.send(method, "/a");
            assertThat(response.isHit()).isFalse();
            assertSame(response, body);
            if (framing.startsWith("Content-Length")) {
                assertThat(response.values("Content-Length")).containsExactly("3000000");
            }
        }
        assertThat(origin.requests()).hasSize(2);
    }

    @Test
    void cacheStatusSaysWhyALongBodyIsNotStored() throws IOException {
        serve(STORED + "\nTransfer-Encoding: chunked", random(MAX_BODY_SIZE + 1));
        assertThat(gateway.get("/a").cacheStatus()).contains("detail=\"body over max-body-size\"");
        serve(NOT_STORED + "\nTransfer-Encoding: chunked", random(MAX_BODY_SIZE));
        assertThat(gateway.get("/b").cacheStatus()).contains("detail=\"the response says no-store\"");
    }

    /**
     * The client's {@code max-content-length}, 10 MB by default, applies only where the client holds whole bodies in
     * memory.
     */
    @Test
    void maxContentLengthOfTheClientDoesNotLimitTheCache() throws IOException {
        byte[] body = random(12_000_000);
        serve(STORED + "\nTransfer-Encoding: chunked", body);
        try (Gateway roomy = new Gateway(origin.url(), "http-cache.max-body-size", "16MB")) {
            assertSame(roomy.get("/a"), body);
            Message hit = roomy.get("/a");
            assertThat(hit.isHit()).isTrue();
            assertSame(hit, body);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 100", "Transfer-Encoding: chunked"})
    void neitherStoresNorServesATruncatedBodyAsComplete(String framing) throws IOException {
        String head = "HTTP/1.1 200 OK\n" + STORED + "\n" + framing + "\n\n";
        origin.answer(head + (framing.startsWith("T") ? "40\r\nhello" : "hello"));
        assertThat(gateway.get("/a").status()).isEqualTo(502);
        serve(STORED + "\nContent-Length: 5", bytes("hello"));
        Message next = gateway.get("/a");
        assertThat(next.cacheStatus()).startsWith("fwd=miss; stored");
        assertThat(next.text()).isEqualTo("hello");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 100", "Transfer-Encoding: chunked"})
    void truncatesTheResponseIfAStreamedBodyIsTruncated(String framing) {
        String head = "HTTP/1.1 200 OK\n" + NOT_STORED + "\n" + framing + "\n\n";
        origin.answer(head + (framing.startsWith("T") ? "40\r\nhello" : "hello"));
        assertThatThrownBy(() -> gateway.get("/a")).isInstanceOf(EOFException.class);
    }

    @Test
    void streamsResponsesThatAreNotStored() throws Exception {
        CountDownLatch seen = new CountDownLatch(1);
        origin.answer((request, in, out) -> {
            out.write(Wire.bytes("HTTP/1.1 200 OK\n" + NOT_STORED + "\nTransfer-Encoding: chunked\n\n5\r\nfirst\r\n"));
            await(seen);
            out.write(bytes("4\r\nlast\r\n0\r\n\r\n"));
        });
        try (Socket client = request("GET")) {
            InputStream in = new BufferedInputStream(client.getInputStream());
            Wire.head(in);
            assertThat(new String(Wire.chunk(in), StandardCharsets.ISO_8859_1)).isEqualTo("first");
            seen.countDown();
            assertThat(new String(Wire.chunk(in), StandardCharsets.ISO_8859_1)).isEqualTo("last");
            assertThat(Wire.chunk(in)).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"GET, Cache-Control: max-age=60", "GET, Cache-Control: no-store", "POST, Cache-Control: no-store"})
    void appliesBackPressureAndReleasesTheOriginWhenTheClientLeaves(String method, String storing) throws Exception {
        AtomicLong sent = new AtomicLong();
        long total = 128L * 1024 * 1024;
        byte[] piece = new byte[64 * 1024];
        origin.answer((request, in, out) -> {
            out.write(Wire.bytes("HTTP/1.1 200 OK\n" + storing + "\nContent-Type: a/b\n\n"));
            while (sent.addAndGet(piece.length) < total) {
                out.write(piece);
            }
        });
        try (Socket client = request(method)) {
            assertThat(Wire.head(new BufferedInputStream(client.getInputStream()))
                            .status())
                    .isEqualTo(200);
            awaitStandstill(sent);
            assertThat(sent).hasValueLessThan(total / 2);
        }
        origin.awaitEnds(1);
    }

    /** A connection whose body is never read would keep the origin busy forever. */
    @ParameterizedTest
    @ValueSource(strings = {STORED, NOT_STORED})
    void releasesTheErrorBodyThatAStaleResponseReplaces(String storing) throws Exception {
        serve("Cache-Control: max-age=0, stale-if-error=600\nETag: \"a\"\nContent-Length: 5", bytes("hello"));
        gateway.get("/a");
        byte[] piece = new byte[64 * 1024];
        origin.answer((request, in, out) -> {
            out.write(Wire.bytes("HTTP/1.1 503 Service Unavailable\n" + storing + "\n\n"));
            for (int i = 0; i < 1_000; i++) {
                out.write(piece);
            }
        });
        Message stale = gateway.get("/a");
        assertThat(stale.status()).isEqualTo(200);
        assertThat(stale.text()).isEqualTo("hello");
        assertThat(stale.cacheStatus()).contains("stale-if-error");
        origin.awaitEnds(2);
    }

    private Socket request(String method) throws IOException {
        Socket client = Wire.connect(gateway.port());
        client.getOutputStream().write(Wire.bytes(method + " /a HTTP/1.1\nHost: a\nContent-Length: 0\n\n"));
        return client;
    }

    private void serve(String lines, byte[] body) {
        origin.answer((request, in, out) -> {
            out.write(Wire.bytes("HTTP/1.1 200 OK\n" + lines + "\n\n"));
            if (lines.contains("chunked")) {
                writeChunked(out, body);
            } else {
                out.write(body);
            }
        });
    }

    private static void writeChunked(OutputStream out, byte[] body) throws IOException {
        for (int from = 0; from < body.length; from += 10_000) {
            int length = Math.min(10_000, body.length - from);
            out.write(bytes(Integer.toHexString(length) + "\r\n"));
            out.write(body, from, length);
            out.write(bytes("\r\n"));
        }
        out.write(bytes("0\r\n\r\n"));
    }

    private static void awaitStandstill(AtomicLong counter) {
        long last = -1;
        for (int still = 0; still < 20; still = counter.get() == last ? still + 1 : 0) {
            last = counter.get();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            if (!latch.await(20, TimeUnit.SECONDS)) {
                throw new IOException("The client has not received the first part of the body");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void assertSame(Message response, byte[] body) {
        assertThat(response.body()).hasSameSizeAs(body);
        assertThat(Arrays.mismatch(response.body(), body)).isEqualTo(-1);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }
}
