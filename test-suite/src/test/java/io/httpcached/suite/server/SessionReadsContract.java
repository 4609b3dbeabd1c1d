package io.httpcached.suite.server;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import io.httpcached.annotation.HttpCached;
import io.httpcached.suite.backend.LogCapture;
import io.httpcached.suite.wire.WireResponse;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.context.ServerRequestContext;
import io.micronaut.http.server.util.locale.HttpLocaleResolver;
import io.micronaut.session.Session;
import io.micronaut.session.SessionStore;
import io.micronaut.session.http.SessionForRequest;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that no response that a session of micronaut-session takes part in is stored. */
abstract class SessionReadsContract {

    private static final String MESSAGE = " read the session; do not cache the route";

    private TestServer server;

    /** Starts the scenario {@code session-reads} with sessions. */
    abstract TestServer start(Object... settings);

    @BeforeEach
    void start() {
        server = start("micronaut.session.http.cookie", true);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static String signIn(TestServer server, String name) {
        String cookie = server.sendWithContent("POST", "/sessions/" + name, "", "Content-Type: text/plain")
                .header("Set-Cookie");
        assertThat(cookie).as("Set-Cookie").isNotNull().startsWith("SESSION=");
        return "Cookie: " + Objects.requireNonNull(cookie).split(";", 2)[0];
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sessions/find", "/sessions/filter"})
    void responseThatReadsTheSessionIsNotShared(String path) {
        String ann = signIn(server, "ann");
        String bob = signIn(server, "bob");
        assertThat(server.get(path, ann).text()).startsWith("ann");
        assertThat(server.get(path, bob).text()).startsWith("bob");
        WireResponse again = server.get(path, ann);
        assertThat(again.text()).startsWith("ann");
        assertThat(again.cacheStatus()).doesNotContain("stored");
        WireResponse guest = server.get(path);
        assertThat(guest.text()).startsWith("nobody");
        assertThat(guest.cacheStatus()).contains("the handler read the session").doesNotContain("stored");
        assertThat(server.get(path).isHit()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sessions/create", "/sessions/find-or-create"})
    void responseThatMakesASessionIsNotShared(String path) {
        WireResponse first = server.get(path);
        WireResponse second = server.get(path);
        assertThat(first.header("Set-Cookie")).startsWith("SESSION=");
        assertThat(second.header("Set-Cookie")).startsWith("SESSION=").isNotEqualTo(first.header("Set-Cookie"));
        assertThat(second.text()).isNotEqualTo(first.text());
        assertThat(second.cacheStatus()).doesNotContain("stored");
    }

    /** The filter of sessions adds its cookie to each response for a client that has one, so only others fill the cache. */
    @Test
    void routeWithoutASessionIsCachedForAllClients() {
        String ann = signIn(server, "ann");
        assertThat(server.get("/sessions/plain", ann).cacheStatus()).doesNotContain("stored");
        WireResponse stored = server.get("/sessions/plain");
        assertThat(stored.cacheStatus()).contains("stored");
        WireResponse hit = server.get("/sessions/plain", ann);
        UnkeyedReadsContract.assertHit(hit, stored.text());
        assertThat(hit.header("Vary")).isNull();
        WireResponse guest = server.get("/sessions/plain");
        UnkeyedReadsContract.assertHit(guest, stored.text());
        assertThat(guest.header("Set-Cookie")).isNull();
    }

    /** A session whose identifier travels in a response field is another client's if the field is stored. */
    @Test
    void identifierInAFieldIsNotServedToOthers() {
        stop();
        server = start("micronaut.session.http.cookie", false, "micronaut.session.http.header", true);
        String id = server.sendWithContent("POST", "/sessions/ann", "").header("Authorization-Info");
        assertThat(id).isNotNull();
        WireResponse own = server.get("/sessions/plain", "Authorization-Info: " + id);
        assertThat(own.header("Authorization-Info")).isEqualTo(id);
        assertThat(own.cacheStatus())
                .contains("a filter outside the cache changed the response")
                .doesNotContain("stored");
        assertThat(server.get("/sessions/find", "Authorization-Info: " + id).text())
                .startsWith("ann");
        WireResponse guest = server.get("/sessions/plain");
        assertThat(guest.header("Authorization-Info")).isNull();
        UnkeyedReadsContract.assertHit(server.get("/sessions/plain"), guest.text());
    }

    /** Browsers learn that a cookie names the session from which the language comes. */
    @ParameterizedTest
    @ValueSource(strings = {"/sessions/language", "/sessions/locale"})
    void languageOfTheSessionSelects(String path) {
        stop();
        server = start(
                "micronaut.session.http.cookie",
                true,
                "micronaut.server.locale-resolution.session-attribute",
                "locale");
        WireResponse german = server.get(path, signIn(server, "de"));
        assertThat(german.text()).startsWith("de");
        assertThat(german.header("Vary")).contains("Cookie");
        assertThat(server.get(path, signIn(server, "fr")).text()).startsWith("fr");
        WireResponse guest = server.get(path, "Accept-Language: en");
        assertThat(guest.text()).startsWith("en");
        assertThat(guest.header("Vary")).contains("Accept-Language", "Cookie");
        UnkeyedReadsContract.assertHit(server.get(path, signIn(server, "en")), guest.text());
        assertThat(server.get(path, signIn(server, "de")).text()).startsWith("de");
    }

    @ParameterizedTest
    @CsvSource({
        "/sessions/find, Pages.find, $Names",
        "/sessions/filter, Pages.filter, $SessionFilter",
        "/sessions/create, Pages.create, $Names",
        "/sessions/find-or-create, Pages.findOrCreate, $Names",
    })
    void sessionIsWarnedAboutOrFails(String path, String route, String reader) {
        stop();
        server = start("micronaut.session.http.cookie", true, "http-cache.unkeyed-reads", "fail");
        assertThat(server.get(path).status()).isEqualTo(500);
        assertThat(server.get(path).text()).contains(route + " lacks what its handler reads", reader + MESSAGE);
        stop();
        try (LogCapture log = new LogCapture("io.httpcached", Level.WARN)) {
            server = start("micronaut.session.http.cookie", true, "http-cache.unkeyed-reads", "warn");
            server.get(path);
            server.get(path);
            assertThat(log.lines())
                    .filteredOn(line -> line.contains("lacks what its handler reads"))
                    .singleElement()
                    .asString()
                    .contains(route, reader + MESSAGE);
        }
    }

    @Controller("/sessions")
    @Requires(property = "scenario", value = "session-reads")
    @Produces(MediaType.TEXT_PLAIN)
    @SuppressWarnings("httpcached:missing-invalidation")
    static class Pages {

        private final AtomicInteger runs = new AtomicInteger();
        private final Names names;
        private final HttpLocaleResolver locales;

        Pages(Names names, HttpLocaleResolver locales) {
            this.names = names;
            this.locales = locales;
        }

        private String run(Object text) {
            return text + " in run " + runs.incrementAndGet();
        }

        @Post(value = "/{name}", consumes = MediaType.ALL)
        String signIn(Session session, String name) {
            session.put("name", name);
            session.put("locale", Locale.forLanguageTag(name));
            return name;
        }

        @Get("/find")
        @HttpCached(ttl = "1h")
        String find() {
            return run(names.find());
        }

        @Get("/create")
        @HttpCached(ttl = "1h")
        String create() {
            return run(names.create());
        }

        @Get("/find-or-create")
        @HttpCached(ttl = "1h")
        String findOrCreate() {
            return run(names.findOrCreate());
        }

        @Get("/filter")
        @HttpCached(ttl = "1h")
        String filter() {
            return run(current().getAttribute("name", String.class).orElse("nobody"));
        }

        @Get("/plain")
        @HttpCached(ttl = "1h")
        String plain() {
            return run("plain");
        }

        @Get("/language")
        @HttpCached(ttl = "1h")
        String language() {
            return run(locales.resolveOrDefault(current()));
        }

        @Get("/locale")
        @HttpCached(ttl = "1h")
        String locale(@Nullable Locale locale) {
            return run(Objects.toString(locale));
        }
    }

    private static HttpRequest<?> current() {
        return ServerRequestContext.currentRequest().orElseThrow();
    }

    @Singleton
    @Requires(property = "scenario", value = "session-reads")
    static class Names {

        private final SessionStore<Session> sessions;

        Names(SessionStore<Session> sessions) {
            this.sessions = sessions;
        }

        String find() {
            return SessionForRequest.find(current())
                    .flatMap(session -> session.get("name", String.class))
                    .orElse("nobody");
        }

        String create() {
            return SessionForRequest.create(sessions, current()).getId();
        }

        String findOrCreate() {
            return SessionForRequest.findOrCreate(current(), sessions).getId();
        }
    }

    /** Between the cache and the handler. */
    @ServerFilter("/sessions/filter")
    @Requires(property = "scenario", value = "session-reads")
    static class SessionFilter implements Ordered {

        @Override
        public int getOrder() {
            return Ordered.LOWEST_PRECEDENCE;
        }

        @RequestFilter
        void filter(HttpRequest<?> request) {
            String name = SessionForRequest.find(request)
                    .flatMap(session -> session.get("name", String.class))
                    .orElse("nobody");
            request.setAttribute("name", name);
        }
    }
}
