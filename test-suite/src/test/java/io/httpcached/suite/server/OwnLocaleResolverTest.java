package io.httpcached.suite.server;

import static io.httpcached.suite.server.UnkeyedReadsContract.assertHit;
import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.annotation.HttpCached;
import io.httpcached.suite.wire.WireResponse;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.context.ServerRequestContext;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.server.util.locale.HttpLocaleResolver;
import io.micronaut.views.View;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that the language comes from the application's own resolver, and that {@code Vary} names what the resolver read. */
class OwnLocaleResolverTest {

    private static final String GERMAN = "Cookie: language=de; id=1";
    private static final String FRENCH = "Cookie: language=fr; id=1";

    private static final String UNKNOWN = "Cookie: language=unknown; id=1";

    private final TestServer server = TestServer.start("own-locale-resolver");

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/own-locale/parameter", "/own-locale/helper", "/own-locale/template"})
    void languageOfTheCookieSelects(String path) {
        WireResponse german = server.get(path, GERMAN, "Accept-Language: en");
        assertThat(server.get(path, FRENCH, "Accept-Language: en").text()).isNotEqualTo(german.text());
        assertHit(server.get(path, "Cookie: id=2; language=de", "Accept-Language: fr"), german.text());
    }

    /** A browser that went on to use the page of the old language after a change of the cookie was the fault. */
    @ParameterizedTest
    @ValueSource(strings = {"/own-locale/parameter", "/own-locale/helper", "/own-locale/template"})
    void varyNamesTheCookie(String path) {
        WireResponse miss = server.get(path, GERMAN);
        WireResponse hit = server.get(path, GERMAN);
        assertThat(miss.header("Vary")).contains("Cookie");
        assertThat(hit.header("Vary")).isEqualTo(miss.header("Vary"));
    }

    /** Another thread stores a large page, and the resolver asks there for the current request as well. */
    @Test
    void languageOfTheCurrentRequestSelectsALargePage() {
        WireResponse german = server.get("/own-locale/large", GERMAN);
        assertThat(german.text()).startsWith("dede");
        assertHit(server.get("/own-locale/large", GERMAN), german.text());
        assertThat(server.get("/own-locale/large", FRENCH).text()).startsWith("frfr");
        assertHit(
                server.get("/own-locale/large", FRENCH),
                server.get("/own-locale/large", FRENCH).text());
    }

    /** The first request learns that the language selects, and the language of the second cannot be determined. */
    @Test
    void handlerDecidesWhatAFailureOfTheResolverMeans() {
        WireResponse german = server.get("/own-locale/tolerant", GERMAN);
        assertThat(german.text()).startsWith("de");
        for (int run = 0; run < 2; run++) {
            WireResponse unknown = server.get("/own-locale/tolerant", UNKNOWN);
            assertThat(unknown.text()).startsWith("no language");
            assertThat(unknown.cacheStatus())
                    .contains("which cannot be determined")
                    .doesNotContain("stored");
        }
        assertHit(server.get("/own-locale/tolerant", GERMAN), german.text());
    }

    @Test
    void responseOfAFailureOfTheResolverIsNotShared() {
        assertThat(server.get("/own-locale/tolerant", UNKNOWN).text()).startsWith("no language");
        assertThat(server.get("/own-locale/tolerant", GERMAN).text()).startsWith("de");
    }

    @Controller("/own-locale")
    @Requires(property = "scenario", value = "own-locale-resolver")
    @HttpCached(ttl = "1h")
    @Produces(MediaType.TEXT_PLAIN)
    static class Pages {

        private final AtomicInteger runs = new AtomicInteger();
        private final HttpLocaleResolver locales;

        Pages(HttpLocaleResolver locales) {
            this.locales = locales;
        }

        @Get("/parameter")
        String parameter(@Nullable Locale locale) {
            return locale + " in run " + runs.incrementAndGet();
        }

        @Get("/helper")
        String helper() {
            HttpRequest<?> request = ServerRequestContext.currentRequest().orElseThrow();
            return locales.resolveOrDefault(request) + " in run " + runs.incrementAndGet();
        }

        @Get("/large")
        String large() {
            HttpRequest<?> request = ServerRequestContext.currentRequest().orElseThrow();
            return locales.resolveOrDefault(request).getLanguage().repeat(50_000) + runs.incrementAndGet();
        }

        @Get("/tolerant")
        String tolerant() {
            HttpRequest<?> request = ServerRequestContext.currentRequest().orElseThrow();
            String language;
            try {
                language = locales.resolveOrDefault(request).getLanguage();
            } catch (IllegalStateException unknown) {
                language = "no language";
            }
            return language + " in run " + runs.incrementAndGet();
        }

        @Get("/template")
        @View("localized")
        @Produces(MediaType.TEXT_HTML)
        @SuppressWarnings("httpcached:missing-locale")
        Map<String, Object> template() {
            return Map.of();
        }
    }

    @Singleton
    @Requires(property = "scenario", value = "own-locale-resolver")
    static class CookieLocales implements HttpLocaleResolver {

        @Override
        public Optional<Locale> resolve(HttpRequest<?> request) {
            if (ServerRequestContext.currentRequest().isEmpty()) {
                throw new IllegalStateException("no current request");
            }
            return request.getCookies()
                    .findCookie("language")
                    .map(Cookie::getValue)
                    .map(CookieLocales::language);
        }

        private static Locale language(String tag) {
            if (tag.equals("unknown")) {
                throw new IllegalStateException("no language " + tag);
            }
            return Locale.forLanguageTag(tag);
        }

        @Override
        public Locale resolveOrDefault(HttpRequest<?> request) {
            return resolve(request).orElse(Locale.ENGLISH);
        }

        @Override
        public int getOrder() {
            return Ordered.HIGHEST_PRECEDENCE;
        }
    }
}
