package io.httpcached.suite.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.annotation.HttpCached;
import io.httpcached.annotation.KeySource;
import io.httpcached.suite.server.Entries.TestRequest;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests that a route that reads the request itself has an entry for each host, path and query. */
class RequestUriKeysTest {

    private static final TestServer SERVER = TestServer.start("request-uri-keys");

    private final Entries entries = new Entries(SERVER);

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @BeforeEach
    void forget() {
        SERVER.invalidateTags("all");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/uri/a?x=1&y=2     | /uri/a?y=2&x=1",
                "/uri/a?x=1&y=2&x=3 | /uri/a?x=1&x=3&y=2",
            })
    void orderOfDifferentParametersIsNotPartOfTheKey(String first, String second) {
        entries.assertShared(first, second);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/uri/a       | /uri/b",
                "/uri/a       | /uri/a/",
                "/uri/a       | /uri/a?",
                "/uri/a       | /uri/a?x",
                "/uri/a?x=1   | /uri/a?x=2",
                "/uri/a?x=1#1 | /uri/a?x=1#2",
                "/uri/a?x=1   | /uri/a?y=1",
                "/uri/a?x=1   | /uri/a?X=1",
                "/uri/a?x=1&x=2 | /uri/a?x=2&x=1",
                "/uri/a?x=1   | /uri/a?x=1&x=1",
                "/uri/a?x=1%26y%3D2 | /uri/a?x=1&y=2",
                "/uri/a?x     | /uri/a?x=",
                "/uri/a?x=%FE | /uri/a?x=%FF",
                "/uri/a?x=1;y=2 | /uri/a?x=1&y=2",
                "/uri/a%2Fb   | /uri/a/b",
                "/uri/a%3Fx=1 | /uri/a?x=1",
            })
    void everythingThatTheHandlerCanReadIsPartOfTheKey(String first, String second) {
        entries.assertSeparate(first, second);
    }

    @Test
    void eachHostHasItsOwnEntries() {
        entries.assertSeparate(
                new TestRequest("/uri/a", "Host: a.example"), new TestRequest("/uri/a", "Host: b.example"));
    }

    @Test
    void handlerSeesTheUnchangedRequest() {
        assertThat(SERVER.get("/uri/seen?y=2&x=1").text()).startsWith("/uri/seen?y=2&x=1");
    }

    @Test
    void clientCannotChooseTheQueryCharsetOfOtherRequests() {
        SERVER.get("/uri/decoded?q=%C3%A4", "Accept-Charset: iso-8859-1");
        assertThat(SERVER.get("/uri/decoded?q=%C3%A4").text()).isEqualTo("ä");
    }

    @Controller("/uri")
    @HttpCached(ttl = "1m", tags = "all", keySource = KeySource.REQUEST_URI)
    @Requires(property = "scenario", value = "request-uri-keys")
    static class Gateway {

        private final AtomicInteger runs = new AtomicInteger();

        @Get("/decoded")
        String decoded(@QueryValue String q) {
            return q;
        }

        @Get("/{+path}")
        @Produces(MediaType.TEXT_PLAIN)
        String any(HttpRequest<?> request) {
            return request.getUri() + " run " + runs.incrementAndGet();
        }
    }
}
