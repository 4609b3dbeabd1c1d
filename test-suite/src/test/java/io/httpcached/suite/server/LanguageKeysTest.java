package io.httpcached.suite.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.annotation.HttpCached;
import io.httpcached.suite.server.Entries.Ask;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A method that takes the language has an entry for each, however the application tells it. */
class LanguageKeysTest {

    @Test
    void eachLanguageHasAnEntryOfItsOwn() {
        try (TestServer server = TestServer.start("language-keys")) {
            new Entries(server)
                    .assertApart(
                            new Ask("/language", "Accept-Language: de"),
                            new Ask("/language", "Accept-Language: de-AT"),
                            new Ask("/language", "Accept-Language: en"));
            assertThat(server.get("/language", "Accept-Language: de").header("Vary"))
                    .isEqualTo("Accept-Language");
        }
    }

    @Test
    void whatTheServerTakesForOneLanguageSharesAnEntry() {
        try (TestServer server = TestServer.start("language-keys")) {
            new Entries(server)
                    .assertShared(
                            new Ask("/language", "Accept-Language: de"),
                            new Ask("/language", "Accept-Language: DE;q=0.8"),
                            new Ask("/language", "Accept-Language: de, en"));
        }
    }

    /** The server takes the first language, whatever the weights are. */
    @Test
    void theOrderOfLanguagesTellsEntriesApart() {
        try (TestServer server = TestServer.start("language-keys")) {
            new Entries(server)
                    .assertApart(
                            new Ask("/language", "Accept-Language: de, en"),
                            new Ask("/language", "Accept-Language: en, de"));
            new Entries(server)
                    .assertApart(
                            new Ask("/language/declared", "Accept-Language: de, en"),
                            new Ask("/language/declared", "Accept-Language: en, de"));
        }
    }

    @Test
    void aLanguageThatIsKeptInACookieTellsEntriesApartAndIsToldToCachesFurtherOn() {
        try (TestServer server =
                TestServer.start("language-keys", "micronaut.server.locale-resolution.cookie-name", "lang")) {
            new Entries(server)
                    .assertApart(new Ask("/language", "Cookie: lang=de"), new Ask("/language", "Cookie: lang=en"));
            assertThat(server.get("/language", "Cookie: lang=de").header("Vary"))
                    .isEqualTo("Accept-Language, Cookie");
        }
    }

    @Test
    void aLanguageThatIsTheSameForAllHasOneEntry() {
        try (TestServer server = TestServer.start("language-keys", "micronaut.server.locale-resolution.fixed", "de")) {
            new Entries(server)
                    .assertShared(
                            new Ask("/language", "Accept-Language: de"), new Ask("/language", "Accept-Language: en"));
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
