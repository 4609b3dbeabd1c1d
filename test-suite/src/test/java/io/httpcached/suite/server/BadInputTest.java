package io.httpcached.suite.server;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.httpcached.annotation.HttpCached;
import io.httpcached.annotation.KeySource;
import io.httpcached.suite.wire.WireResponse;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.CookieValue;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/**
 * Tests that for any input, a cached route answers as the same route does without the cache. The responses contain the
 * input, so a response for another request would be detected.
 */
class BadInputTest {

    private static final TestServer SERVER = TestServer.start("bad-input");
    private static final Logger LOGGER = (Logger) LoggerFactory.getLogger("io.httpcached");

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @BeforeEach
    void listen() {
        log.start();
        LOGGER.addAppender(log);
    }

    @AfterEach
    void cacheLoggedNoWarnings() {
        LOGGER.detachAppender(log);
        assertThat(log.list)
                .filteredOn(event -> event.getLevel().isGreaterOrEqual(Level.WARN))
                .isEmpty();
    }

    static Stream<String> targets() {
        return Stream.concat(
                HostileRequests.paths().flatMap(path -> Stream.of("/words/" + path, "/uri/" + path)),
                HostileRequests.queries().flatMap(query -> Stream.of("/words/a?" + query, "/uri/a?" + query)));
    }

    @ParameterizedTest
    @MethodSource("targets")
    void anyTargetGetsTheSameResponseAsWithoutTheCache(String target) {
        assertSame(target);
    }

    static Stream<String> lines() {
        return HostileRequests.lines();
    }

    @ParameterizedTest
    @MethodSource("lines")
    void anyHeaderLineGetsTheSameResponseAsWithoutTheCache(String line) {
        assertSame("/words/a", line);
        assertSame("/fields", line);
        assertSame("/uri/a", line);
    }

    /** Without the cache, the server tries to use the charset and fails. */
    @ParameterizedTest
    @ValueSource(strings = {"charset=", "charset=none", "charset=utf-7"})
    void unknownCharsetIsIgnored(String charset) {
        WireResponse response = SERVER.get("/cached/words/a", "Accept: text/plain;" + charset);
        assertThat(response.status()).isEqualTo(200);
        assertThat(response.header("Content-Type")).isEqualTo("text/plain");
    }

    @Test
    void malformedEntityTagListMatchesNothing() {
        assertThat(SERVER.get("/cached/words/a", "If-Match: \"").status()).isEqualTo(412);
        assertThat(SERVER.get("/cached/words/a", "If-None-Match: \"").status()).isEqualTo(200);
    }

    /** Sends each request twice, to test a miss and a hit. */
    private static void assertSame(String target, String... lines) {
        WireResponse plain = SERVER.get("/plain" + target, lines);
        assertThat(plain.status()).isNotEqualTo(500);
        for (String attempt : List.of("first", "second")) {
            WireResponse cached = SERVER.get("/cached" + target, lines);
            assertThat(cached.status()).as(attempt).isEqualTo(plain.status());
            if (plain.status() == 200) {
                assertThat(cached.text()).as(attempt).isEqualTo(plain.text());
            }
        }
    }

    @SuppressWarnings("httpcached:unbounded-query")
    abstract static class Words {

        @Get("/words/{word}{?q,limit}")
        @Produces(MediaType.TEXT_PLAIN)
        String word(String word, @Nullable String q, @QueryValue(defaultValue = "20") int limit) {
            return "word " + word + " q " + q + " limit " + limit;
        }

        @Get(
                value = "/fields",
                produces = {MediaType.TEXT_PLAIN, MediaType.TEXT_HTML})
        String fields(
                @Header("X-Tenant") @Nullable String xTenant,
                @Header("Accept-Language") @Nullable String acceptLanguage,
                @CookieValue @Nullable String theme) {
            return "tenant " + xTenant + " language " + acceptLanguage + " theme " + theme;
        }
    }

    @Controller("/plain")
    @Requires(property = "scenario", value = "bad-input")
    static class Plain extends Words {

        @Get("/uri/{+path}")
        @Produces(MediaType.TEXT_PLAIN)
        String uri(HttpRequest<?> request) {
            return request.getUri().toString().replaceFirst("^/plain", "");
        }
    }

    @Controller("/cached")
    @HttpCached(ttl = "1m")
    @Requires(property = "scenario", value = "bad-input")
    static class Cached extends Words {

        @Get("/uri/{+path}")
        @Produces(MediaType.TEXT_PLAIN)
        @HttpCached(keySource = KeySource.REQUEST_URI)
        String uri(HttpRequest<?> request) {
            return request.getUri().toString().replaceFirst("^/cached", "");
        }
    }
}
