package io.httpcached.suite.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.annotation.HttpCached;
import io.httpcached.suite.server.Entries.TestRequest;
import io.httpcached.suite.wire.WireResponse;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

/** Tests that a route with several media types has an entry for each type, not for each value of {@code Accept}. */
class NegotiatedKeysTest {

    private final TestServer server = TestServer.start("negotiated-keys");
    private final Entries entries = new Entries(server);

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void eachMediaTypeHasItsOwnEntry() {
        TestRequest json = new TestRequest("/negotiated/several", "Accept: application/json");
        TestRequest csv = new TestRequest("/negotiated/several", "Accept: text/csv");
        entries.assertSeparate(json, csv);
        assertThat(json.of(server).headers("Content-Type")).containsExactly("application/json");
        assertThat(csv.of(server).headers("Content-Type")).containsExactly("text/csv");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Accept: application/json, text/csv;q=0.5",
                "Accept: text/csv;q=0.5, application/json",
                "Accept: application/json;q=0.9",
                "Accept: APPLICATION/JSON",
                "Accept: */*",
                "Accept:",
                "X-No-Accept: 1",
            })
    void requestsForTheSameNegotiatedTypeShareAnEntry(String accept) {
        entries.assertShared(
                new TestRequest("/negotiated/several", "Accept: application/json"),
                new TestRequest("/negotiated/several", accept));
    }

    @Test
    void routeWithSeveralMediaTypesVariesOnAccept() {
        assertThat(server.get("/negotiated/several").header("Vary")).isEqualTo("Accept");
        assertThat(server.get("/negotiated/several").header("Vary")).isEqualTo("Accept");
    }

    @Test
    void routeWithOneMediaTypeDoesNotVaryOnAccept() {
        assertThat(server.get("/negotiated/one").headers("Vary")).isEmpty();
        entries.assertShared(
                new TestRequest("/negotiated/one"),
                new TestRequest("/negotiated/one", "Accept: text/html, text/plain;q=0.1"));
    }

    @Test
    void returns406ForUnsupportedMediaTypes() {
        server.get("/negotiated/several");
        assertThat(server.get("/negotiated/several", "Accept: image/png").status())
                .isEqualTo(406);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/negotiated/one", "/negotiated/plain", "/negotiated/mono"})
    void clientCannotChooseParametersOfTheStoredMediaType(String target) {
        server.get(target, "Accept: text/plain;charset=utf-16;q=0.9");
        WireResponse next = server.get(target, "Accept: text/plain");
        assertThat(next.header("Content-Type")).doesNotContain("utf-16").doesNotContain("q=");
    }

    @Test
    void methodsThatDifferOnlyInMediaTypeHaveSeparateEntries() {
        TestRequest json = new TestRequest("/negotiated/twice", "Accept: application/json");
        TestRequest text = new TestRequest("/negotiated/twice", "Accept: text/plain");
        entries.assertSeparate(json, text);
    }

    @Controller("/negotiated")
    @HttpCached(ttl = "1m")
    @Requires(property = "scenario", value = "negotiated-keys")
    static class Negotiated {

        private final AtomicInteger runs = new AtomicInteger();

        private String run() {
            return "run " + runs.incrementAndGet();
        }

        @Get(
                value = "/several",
                produces = {MediaType.APPLICATION_JSON, MediaType.TEXT_CSV})
        String several() {
            return run();
        }

        @Get("/one")
        @Produces(MediaType.TEXT_PLAIN)
        String one() {
            return run();
        }

        @Get(
                value = "/plain",
                produces = {MediaType.TEXT_PLAIN, MediaType.TEXT_CSV})
        String plain() {
            return run();
        }

        @Get(
                value = "/mono",
                produces = {MediaType.TEXT_PLAIN, MediaType.TEXT_CSV})
        Mono<String> mono() {
            return Mono.fromSupplier(this::run);
        }

        @Get(value = "/twice", produces = MediaType.APPLICATION_JSON)
        String asJson() {
            return run();
        }

        @Get(value = "/twice", produces = MediaType.TEXT_PLAIN)
        String asText() {
            return run();
        }
    }
}
