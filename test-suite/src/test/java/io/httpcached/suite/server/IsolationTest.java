package io.httpcached.suite.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.annotation.HttpCached;
import io.httpcached.annotation.KeySource;
import io.httpcached.suite.wire.WireResponse;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.io.Writable;
import io.micronaut.http.HttpParameters;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.CookieValue;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.context.ServerRequestContext;
import io.micronaut.http.cookie.Cookie;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tests {@code http-cache.unkeyed-reads: hide}: the handler of a shared entry sees only the parts of the request that are
 * in its key.
 */
class IsolationTest {

    private static final String[] LINES = {
        "X-Forwarded-Host: evil.example",
        "X-Tenant: a",
        "Accept-Language: de-AT",
        "Cookie: theme=dark; session=secret",
        "If-None-Match: \"x\"",
    };

    private final TestServer server = TestServer.start("isolation", "http-cache.unkeyed-reads", "hide");

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/seen/none?q=1&utm_source=x | /seen/none",
                "/seen/query?q=1&utm_source=x&q=2&%71=3 | /seen/query?q=1&q=2&q=3 q=[1, 2, 3]",
                "/seen/query?q=1;evil=x | /seen/query?q=1 q=[1]",
                "/seen/query?evil=x;q=1;q=a%3Bb%26c+d | /seen/query?q=1&q=a%3Bb%26c%20d q=[1, a;b&c d]",
                "/seen/query?=q&=evil | /seen/query?q= q=[]",
                "/seen/every?b=2;%61=1&a=3 | /seen/every?a=1&a=3&b=2 a=[1, 3] b=[2]",
                "/seen/header?q=1 | /seen/header X-Tenant=a",
                "/seen/cookie | /seen/cookie cookie theme=dark",
                "/seen/language | /seen/language Accept-Language=de-AT",
                "/seen/uri?b=2&a=1 | /seen/uri?b=2&a=1 Host=localhost:{port} a=[1] b=[2]",
                "/seen/varying | /seen/varying X-Tenant=a",
                "/seen/typed | /seen/typed Accept=text/plain",
                "/seen/written?q=1 | /seen/written",
            })
    void handlerSeesOnlyTheKeyParts(String target, String seen) {
        assertThat(server.get(target, LINES).text()).isEqualTo(seen.replace("{port}", "" + server.port()));
    }

    @Test
    void handlerSeesTheNegotiatedMediaType() {
        assertThat(server.get("/seen/typed", "Accept: text/html", "X-Tenant: a").text())
                .isEqualTo("/seen/typed Accept=text/html");
    }

    /** These requests have one key, which contains the media type that the server selects. */
    @ParameterizedTest
    @ValueSource(strings = {"text/html;level=1, text/plain", "text/html, image/evil", "TEXT/HTML;q=0.5"})
    void handlerSeesNothingElseOfAccept(String accept) {
        assertThat(server.get("/seen/typed", "Accept: " + accept).text()).isEqualTo("/seen/typed Accept=text/html");
    }

    @Test
    void absoluteFormTargetDoesNotRevealAnotherHost() {
        assertThat(server.get("http://evil.example/seen/none").text()).isEqualTo("/seen/none");
    }

    /** The handler sees the values as the server decoded them, and not in which charset they were sent. */
    @Test
    void handlerDoesNotSeeTheCharsetOfTheQuery() {
        WireResponse first =
                server.get("/seen/query?q=%E4&evil=%E4", "Content-Type: text/plain;charset=ISO-8859-1", "X-Tenant: a");
        assertThat(first.text()).isEqualTo("/seen/query?q=%C3%A4 q=[\u00E4]");
        assertThat(server.get("/seen/query?q=%C3%A4").isHit()).isTrue();
    }

    @Test
    void copyOfTheRequestHasTheSameParameters() {
        assertThat(server.get("/seen/copied?q=1;evil=x&q=%26", "X-Tenant: a").text())
                .isEqualTo("/seen/copied?q=1&q=%26 q=[1, &][q]");
    }

    @Test
    void semicolonsAreCharactersWhereTheServerSaysSo() {
        try (TestServer plain = TestServer.start(
                "isolation",
                "http-cache.unkeyed-reads",
                "hide",
                "micronaut.server.netty.max-params",
                4,
                "micronaut.server.semicolon-is-normal-char",
                true)) {
            assertThat(plain.get("/seen/query?q=1;evil=x&evil=y").text())
                    .isEqualTo("/seen/query?q=1%3Bevil%3Dx q=[1;evil=x]");
        }
    }

    @Test
    void sharedResponseDoesNotDependOnTheFirstClient() {
        String poisoned = server.get("/seen/none?x=1", LINES).text();
        assertThat(server.get("/seen/none").isHit()).isTrue();
        assertThat(server.get("/seen/none").text()).isEqualTo(poisoned).isEqualTo("/seen/none");
    }

    /** The response to HEAD updates the fields of the stored response (RFC 9111 §4.3.5). */
    @Test
    void headRequestRevealsNothingToLaterRequests() {
        assertThat(server.get("/seen/headed").header("X-Seen")).isEqualTo("nobody");
        server.head("/seen/headed", "X-Tenant: a", "Cache-Control: no-cache");
        WireResponse later = server.get("/seen/headed");
        assertThat(later.isHit()).isTrue();
        assertThat(later.header("X-Seen")).isEqualTo("nobody");
    }

    @Test
    void uncachedRouteSeesTheWholeRequest() {
        assertThat(server.get("/seen/uncached?q=1", LINES).text())
                .contains("X-Forwarded-Host=evil.example", "cookie session=secret", "q=[1]");
    }

    @Test
    void bypassedRequestIsNotIsolated() {
        assertThat(server.get("/seen/none?q=1", "Cache-Control: no-store", "X-Tenant: a")
                        .text())
                .contains("X-Tenant=a", "q=[1]");
    }

    @Test
    void handlersSeeTheWholeRequestByDefault() {
        try (TestServer open = TestServer.start("isolation")) {
            assertThat(open.get("/seen/none?q=1", "X-Tenant: a").text()).contains("X-Tenant=a", "q=[1]");
        }
    }

    @Controller("/seen")
    @Requires(property = "scenario", value = "isolation")
    @SuppressWarnings("httpcached:unbounded-query")
    static class Seen {

        @Get("/none")
        @HttpCached(ttl = "1m")
        String none() {
            return seen();
        }

        @Get("/query")
        @HttpCached(ttl = "1m")
        String query(@Nullable List<String> q) {
            return seen();
        }

        @Get("/every")
        @HttpCached(ttl = "1m")
        String every(HttpParameters parameters) {
            return seen();
        }

        @Get("/copied")
        @HttpCached(ttl = "1m")
        String copied(@Nullable List<String> q) {
            HttpRequest<?> copy =
                    ServerRequestContext.currentRequest().orElseThrow().mutate();
            return copy.getUri() + " q=" + copy.getParameters().getAll("q")
                    + copy.getParameters().names();
        }

        @Get("/header")
        @HttpCached(ttl = "1m")
        String header(@Header("X-Tenant") String tenant) {
            return seen();
        }

        @Get("/cookie")
        @HttpCached(ttl = "1m")
        String cookie(@CookieValue("theme") String theme) {
            return seen();
        }

        @Get("/language")
        @HttpCached(ttl = "1m")
        String language(@Nullable Locale locale) {
            return seen();
        }

        @Get("/uri")
        @HttpCached(ttl = "1m", keySource = KeySource.REQUEST_URI)
        String uri(HttpRequest<?> request) {
            return seen(request);
        }

        @Get("/headed")
        @HttpCached(ttl = "1m", keySource = KeySource.REQUEST_URI)
        HttpResponse<String> headed(HttpRequest<?> request) {
            String tenant = request.getHeaders().getFirst("X-Tenant").orElse("nobody");
            return HttpResponse.ok("page").header("ETag", "\"1\"").header("X-Seen", tenant);
        }

        @Get("/varying")
        @HttpCached(ttl = "1m", vary = "X-Tenant")
        String varying() {
            return seen();
        }

        @Get(
                uri = "/typed",
                produces = {"text/plain", "text/html"})
        @HttpCached(ttl = "1m")
        String typed() {
            return seen();
        }

        /** The body is written after the handler has returned. */
        @Get("/written")
        @HttpCached(ttl = "1m")
        Writable written() {
            return out -> out.write(seen());
        }

        @Get("/uncached")
        String uncached() {
            return seen();
        }

        private static String seen() {
            return seen(ServerRequestContext.currentRequest().orElseThrow());
        }

        private static String seen(HttpRequest<?> request) {
            Stream<String> fields = new TreeSet<>(request.getHeaders().names())
                    .stream().map(name -> name + "=" + request.getHeaders().get(name));
            Stream<String> cookies = request.getCookies().getAll().stream()
                    .map((Cookie cookie) -> "cookie " + cookie.getName() + "=" + cookie.getValue());
            Stream<String> parameters = new TreeSet<>(request.getParameters().names())
                    .stream().map(name -> name + "=" + request.getParameters().getAll(name));
            Stream<String> all = Stream.of(Stream.of(request.getUri().toString()), fields, cookies, parameters)
                    .flatMap(each -> each);
            return String.join(" ", all.toList());
        }
    }
}
