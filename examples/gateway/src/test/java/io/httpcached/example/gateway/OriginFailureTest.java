package io.httpcached.example.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the responses to clients when the origin fails. */
class OriginFailureTest {

    private final RawOrigin origin = new RawOrigin();
    private final Gateway gateway = new Gateway(origin.url(), "micronaut.http.client.read-timeout", "200ms");

    OriginFailureTest() throws IOException {}

    @AfterEach
    void stop() throws IOException {
        gateway.close();
        origin.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "REPORT"})
    void returns502IfTheOriginIsDown(String method) throws IOException {
        origin.close();
        Message response = gateway.send(method, "/a");
        assertThat(response.status()).isEqualTo(502);
        assertThat(response.text()).isEqualTo("The server behind this gateway sent no valid response.");
        assertThat(response.isHit()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1\n\n", "nonsense\n\n", "HTTP/1.1 abc OK\n\n", "HTTP/1.1 101 Switching\n\n"})
    void returns502ForAnInvalidResponse(String answer) throws IOException {
        origin.answer(answer);
        assertThat(gateway.get("/a").status()).isEqualTo(502);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "REPORT"})
    void returns504IfTheOriginIsTooSlow(String method) throws IOException {
        origin.answer((request, in, out) -> in.transferTo(out));
        assertThat(gateway.send(method, "/a").status()).isEqualTo(504);
    }

    @Test
    void failuresAreNotStored() throws IOException {
        origin.answer((request, in, out) -> {});
        gateway.get("/a");
        origin.answer("HTTP/1.1 200 OK\nCache-Control: max-age=60\nContent-Length: 5\n\nhello");
        assertThat(gateway.get("/a").text()).isEqualTo("hello");
    }

    @Test
    void servesAStaleResponseIfTheOriginIsDown() throws IOException {
        origin.answer(
                "HTTP/1.1 200 OK\nCache-Control: max-age=0, stale-if-error=600\nETag: \"a\"\nContent-Length: 5\n\nhello");
        gateway.get("/a");
        origin.close();
        Message stale = gateway.get("/a");
        assertThat(stale.status()).isEqualTo(200);
        assertThat(stale.text()).isEqualTo("hello");
        assertThat(stale.cacheStatus()).contains("stale-if-error");
    }
}
