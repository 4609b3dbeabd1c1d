package io.httpcached.suite.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.annotation.HttpCached;
import io.httpcached.suite.server.Entries.TestRequest;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * Tests that a method with a {@code Locale} parameter has an entry for each language, with each way of resolving the
 * language.
 */
class LanguageKeysTest {

    @Test
    void eachLanguageHasItsOwnEntry() {
        try (TestServer server = TestServer.start("language-keys")) {
            new Entries(server)
                    .assertSeparate(
                            new TestRequest("/language", "Accept-Language: de"),
                            new TestRequest("/language", "Accept-Language: de-AT"),
                            new TestRequest("/language", "Accept-Language: en"));
            assertThat(server.get("/language", "Accept-Language: de").header("Vary"))
                    .isEqualTo("Accept-Language");
        }
    }

    @Test
    void equalResolvedLanguagesShareAnEntry() {
        try (TestServer server = TestServer.start("language-keys")) {
            new Entries(server)
                    .assertShared(
                            new TestRequest("/language", "Accept-Language: de"),
                            new TestRequest("/language", "Accept-Language: DE;q=0.8"),
                            new TestRequest("/language", "Accept-Language: de, en"));
        }
    }

    /** The server uses the first language and ignores the weights. */
    @Test
    void orderOfLanguagesIsPartOfTheKey() {
        try (TestServer server = TestServer.start("language-keys")) {
            new Entries(server)
                    .assertSeparate(
                            new TestRequest("/language", "Accept-Language: de, en"),
                            new TestRequest("/language", "Accept-Language: en, de"));
            new Entries(server)
                    .assertSeparate(
                            new TestRequest("/language/declared", "Accept-Language: de, en"),
                            new TestRequest("/language/declared", "Accept-Language: en, de"));
        }
    }

    @Test
    void languageCookieIsPartOfTheKeyAndOfVary() {
        try (TestServer server =
                TestServer.start("language-keys", "micronaut.server.locale-resolution.cookie-name", "lang")) {
            new Entries(server)
                    .assertSeparate(
                            new TestRequest("/language", "Cookie: lang=de"),
                            new TestRequest("/language", "Cookie: lang=en"));
            assertThat(server.get("/language", "Cookie: lang=de").header("Vary"))
                    .isEqualTo("Accept-Language, Cookie");
        }
    }

    @Test
    void fixedLanguageHasOneEntry() {
        try (TestServer server = TestServer.start("language-keys", "micronaut.server.locale-resolution.fixed", "de")) {
            new Entries(server)
                    .assertShared(
                            new TestRequest("/language", "Accept-Language: de"),
                            new TestRequest("/language", "Accept-Language: en"));
        }
    }

    /** The reason for the warning {@code required-locale}. */
    @Test
    void aRequestWithoutALanguageFailsUnlessTheParameterIsNullable() {
        try (TestServer server = TestServer.start("language-keys")) {
            assertThat(server.get("/language/required").status()).isEqualTo(400);
            assertThat(server.get("/language").text()).startsWith("null run ");
        }
        try (TestServer server = TestServer.start("language-keys", "micronaut.server.locale-resolution.fixed", "de")) {
            assertThat(server.get("/language/required").text()).startsWith("de run ");
        }
    }

    @Controller("/language")
    @HttpCached(ttl = "1m")
    @Requires(property = "scenario", value = "language-keys")
    static class Languages {

        private final AtomicInteger runs = new AtomicInteger();

        @Get
        String show(@Nullable Locale locale) {
            return locale + " run " + runs.incrementAndGet();
        }

        @Get("/required")
        @SuppressWarnings("httpcached:required-locale")
        String required(Locale locale) {
            return locale + " run " + runs.incrementAndGet();
        }

        @Get("/declared")
        String declared(@Header("Accept-Language") @Nullable String accepted) {
            return accepted + " run " + runs.incrementAndGet();
        }
    }
}
