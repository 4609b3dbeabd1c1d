package io.httpcached.suite.server;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import io.httpcached.annotation.HttpCached;
import io.httpcached.suite.backend.LogCapture;
import io.httpcached.suite.wire.WireResponse;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.context.ServerRequestContext;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The error pages of Micronaut contain the path of the request, in the format that it asks for. Where they are not stored, the
 * rules of {@code unkeyed-reads} leave them as they are.
 */
class ErrorResponseReadsTest {

    private static TestServer start(String rule) {
        return TestServer.start("error-response-reads", "http-cache.unkeyed-reads", rule);
    }

    @ParameterizedTest
    @CsvSource({"/errors/missing/7, 404", "/errors/missing/seven, 400", "/errors/thrown, 500"})
    void errorResponseThatIsNotStoredKeepsItsStatus(String target, int status) {
        try (TestServer server = start("fail");
                LogCapture log = new LogCapture("io.httpcached", Level.WARN)) {
            for (String language : List.of("de", "en")) {
                WireResponse response = server.get(target, "Accept-Language: " + language);
                assertThat(response.status()).isEqualTo(status);
                assertThat(response.text()).doesNotContain("lacks what its handler reads");
                assertThat(response.isHit()).isFalse();
            }
            assertThat(log.lines()).isEmpty();
        }
    }

    @Test
    void errorResponseThatIsNotStoredIsNotWarnedAbout() {
        try (TestServer server = start("warn");
                LogCapture log = new LogCapture("io.httpcached", Level.WARN)) {
            assertThat(server.get("/errors/missing/7").status()).isEqualTo(404);
            assertThat(log.lines()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"/errors/cached-404/7", "/errors/read", "/errors/no-store"})
    void errorResponseThatIsStoredAndOtherResponsesFail(String target) {
        try (TestServer server = start("fail")) {
            WireResponse response = server.get(target);
            assertThat(response.status()).isEqualTo(500);
            assertThat(response.text()).contains("lacks what its handler reads");
        }
    }

    /** A 304 of the handler keeps the stored response for the requests that follow. */
    @Test
    void responseThatIsFreshenedFails() {
        try (TestServer server = start("fail")) {
            assertThat(server.get("/errors/freshened").status()).isEqualTo(200);
            assertThat(server.get("/errors/freshened", "Cache-Control: no-cache")
                            .status())
                    .isEqualTo(500);
        }
    }

    @Controller("/errors")
    @Requires(property = "scenario", value = "error-response-reads")
    @HttpCached(ttl = "1h")
    static class Pages {

        @Get("/missing/{id}")
        Optional<String> missing(long id) {
            return Optional.empty();
        }

        @Get("/cached-404/{id}")
        @HttpCached(statuses = {200, 404})
        Optional<String> cached404(long id) {
            return Optional.empty();
        }

        @Get("/thrown")
        String thrown() {
            throw new IllegalStateException("for " + language());
        }

        @Get("/no-store")
        HttpResponse<String> noStore() {
            return HttpResponse.ok(language()).header(HttpHeaders.CACHE_CONTROL, "no-store");
        }

        @Get("/read")
        String read() {
            return language();
        }

        @Get("/freshened")
        HttpResponse<String> freshened() {
            HttpRequest<?> request = ServerRequestContext.currentRequest().orElseThrow();
            boolean known = request.getHeaders().contains(HttpHeaders.IF_NONE_MATCH);
            return known
                    ? HttpResponse.<String>notModified()
                            .header(HttpHeaders.ETAG, "\"" + language().length() + "\"")
                    : HttpResponse.ok("page").header(HttpHeaders.ETAG, "\"4\"");
        }

        private static String language() {
            return ServerRequestContext.currentRequest()
                    .flatMap(HttpRequest::getLocale)
                    .map(Object::toString)
                    .orElse("none");
        }
    }
}
