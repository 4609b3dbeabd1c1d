package io.httpcached.suite.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.annotation.HttpCached;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests that the key contains exactly those parts of path and query that the method can read. */
class KeysTest {

    private static final TestServer SERVER = TestServer.start("keys");

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
                // a default value equals an absent parameter
                "/keys/page                | /keys/page?skip=0",
                "/keys/page?skip=0&limit=20| /keys/page",
                // equal numbers in different notations
                "/keys/page?limit=5        | /keys/page?limit=05",
                "/keys/page?limit=5        | /keys/page?limit=%2B5",
                // the order of parameters does not matter to the method
                "/keys/page?skip=1&limit=5 | /keys/page?limit=5&skip=1",
                // undeclared parameters cannot change the response
                "/keys/page?skip=2         | /keys/page?skip=2&utm_source=mail",
                "/keys/page                | /keys/page?",
                "/keys/items/1             | /keys/items/1?skip=7",
                // equal texts in different encodings
                "/keys/words/caf%C3%A9     | /keys/words/caf%c3%a9",
                "/keys/words/abc           | /keys/words/%61bc",
                "/keys/text?q=a+b          | /keys/text?q=a%20b",
                // equal paths
                "/keys/page                | /keys/page/",
                "/keys/bean/x?limit=7      | /keys/bean/x?limit=7&page=3",
                "/keys/bean/x              | /keys/bean/x?limit=20",
            })
    void requestsWithEqualArgumentsShareAnEntry(String first, String second) {
        entries.assertShared(first, second);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/keys/items/1             | /keys/items/2",
                "/keys/items/1             | /keys/others/1",
                "/keys/words/a%2Fb         | /keys/words/a%252Fb",
                "/keys/words/caf%C3%A9     | /keys/words/cafe",
                "/keys/words/a             | /keys/words/A",
                "/keys/page?skip=1         | /keys/page?skip=2",
                "/keys/page?skip=1         | /keys/page?limit=1",
                "/keys/page?skip=1&limit=2 | /keys/page?skip=2&limit=1",
                "/keys/text                | /keys/text?q=",
                "/keys/text?q=a            | /keys/text?q=A",
                "/keys/text?q=a%26r%3Db    | /keys/text?q=a&r=b",
                "/keys/text?q=a            | /keys/text?r=a",
                "/keys/many?tag=a&tag=b    | /keys/many?tag=b&tag=a",
                "/keys/many?tag=a&tag=b    | /keys/many?tag=ab",
                "/keys/many?tag=a          | /keys/many?tag=a&tag=a",
                "/keys/bean/x              | /keys/bean/y",
                "/keys/bean/x?q=a          | /keys/bean/x?q=b",
                "/keys/bean/x?limit=1      | /keys/bean/x?limit=2",
            })
    void requestsWithDifferentArgumentsHaveSeparateEntries(String first, String second) {
        entries.assertSeparate(first, second);
    }

    @Test
    void clientCannotChooseTheQueryCharsetOfOtherRequests() {
        SERVER.get("/keys/text?q=%C3%A4", "Accept-Charset: iso-8859-1");
        assertThat(SERVER.get("/keys/text?q=%C3%A4").text()).startsWith("[ä, null]");
    }

    @Controller("/keys")
    @HttpCached(ttl = "1m", tags = "all")
    @Requires(property = "scenario", value = "keys")
    @SuppressWarnings("httpcached:unbounded-query")
    static class Keys {

        private final AtomicInteger runs = new AtomicInteger();

        @Introspected
        record Filter(
                @PathVariable String shop,
                @QueryValue(defaultValue = "20") int limit,
                @QueryValue("q") @Nullable String text) {}

        private String run(@Nullable Object... seen) {
            return Arrays.toString(seen) + " run " + runs.incrementAndGet();
        }

        @Get("/page")
        String page(@QueryValue(defaultValue = "0") int skip, @QueryValue(defaultValue = "20") Integer limit) {
            return run(skip, limit);
        }

        @Get("/items/{id}")
        String item(long id) {
            return run(id);
        }

        @Get("/others/{id}")
        String other(long id) {
            return run(id);
        }

        @Get("/words/{word}")
        String word(String word) {
            return run(word);
        }

        @Get("/text{?q,r}")
        String text(@Nullable String q, @Nullable String r) {
            return run(q, r);
        }

        @Get("/many{?tag*}")
        String many(List<String> tag) {
            return run(tag);
        }

        @Get("/bean/{shop}")
        String bean(@RequestBean Filter filter) {
            return run(filter);
        }
    }
}
