package io.httpcached.suite.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.annotation.HttpCached;
import io.httpcached.suite.wire.WireResponse;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpRequestWrapper;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.context.ServerRequestContext;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.server.util.locale.HttpLocaleResolver;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Tests that every way to read a request is noticed: each response is the one that the same handler gives without a cache. */
class WaysOfReadingTest {

    private static final String TENANT = "X-Tenant: ";
    private static final String COOKIE = "Cookie: theme=";
    private static final String QUERY = "?page=";
    private static final String PLAN = "X-Plan: ";
    private static final String LANGUAGE = "X-Language: ";
    private static final String OTHER_LINE = "X-Other: b";

    private static TestServer server;
    private static TestServer uncached;

    @BeforeAll
    static void start() {
        server = TestServer.start("ways-of-reading", "http-cache.reads.maximum-names", 100);
        uncached = TestServer.start("ways-of-reading", "http-cache.enabled", false);
    }

    @AfterAll
    static void stop() {
        server.close();
        uncached.close();
    }

    /** A way to read a request, and two requests that it distinguishes. */
    enum Way {
        MUTABLE_COPY(TENANT, r -> r.toMutableRequest().getHeaders().get("X-Tenant")),
        TYPED_MAP_OF_FIELDS(
                TENANT, r -> r.getHeaders().asMap(String.class, Object.class).get("X-Tenant")),
        FIELD_AFTER_ADDITION(TENANT, r -> {
            r.mutate().header("X-Tenant", "c");
            return r.getHeaders().getAll("X-Tenant");
        }),
        EACH_COOKIE(COOKIE, r -> {
            List<String> seen = new ArrayList<>();
            r.getCookies().forEach((name, cookie) -> seen.add(name + cookie.getValue()));
            return seen;
        }),
        TYPED_MAP_OF_PARAMETERS(
                QUERY, r -> r.getParameters().asMap(String.class, Object.class).get("page")),
        FRAGMENT(QUERY + "#a", QUERY + "#b", HttpRequest::getUri),
        ODD_PARAMETER("?a%0Ab:c=", r -> r.getParameters().get("a\nb:c")),
        URI_OF_BUILDER(QUERY, r -> r.mutate().uri(uri -> uri.path("/more")).getUri()),
        ATTRIBUTE_OF_COPY(PLAN, r -> r.toMutableRequest().getAttribute("plan")),
        MAP_OF_ATTRIBUTES(PLAN, r -> r.getAttributes().asMap().get("plan")),
        NAMES_OF_ATTRIBUTES(
                PLAN + 'a', OTHER_LINE, r -> r.getAttributes().names().contains("plan")),
        SURROGATE_ATTRIBUTE(PLAN, r -> r.getAttribute("surrogate", String.class).map(text -> (int) text.charAt(0))),
        LANGUAGE_ATTRIBUTE(
                PLAN,
                r -> r.getAttribute("language", Locale.class).orElseThrow().getScript()),
        ATTRIBUTE_WITH_ODD_NAME(PLAN, r -> r.getAttribute(ODD_NAME));

        private final String one;
        private final String other;

        @SuppressWarnings("ImmutableEnumChecker") // the functions have no state
        private final Function<HttpRequest<?>, Object> reading;

        Way(String beginning, Function<HttpRequest<?>, Object> reading) {
            this(beginning + 'a', beginning + 'b', reading);
        }

        Way(String one, String other, Function<HttpRequest<?>, Object> reading) {
            this.one = one;
            this.other = other;
            this.reading = reading;
        }

        String read(HttpRequest<?> request) {
            return Objects.toString(reading.apply(request));
        }
    }

    private static final String ODD_NAME = "a:b\n\uD800 " + "x".repeat(100_000);

    /** The handler reads at once, on another thread, or when the server serializes what it returned. */
    @ParameterizedTest
    @EnumSource
    void responseIsThatOfTheRequest(Way way) {
        for (String when : List.of("now", "later", "serialized")) {
            String path = "/ways/" + when + '/' + way;
            for (String difference : List.of(way.one, way.other, way.one, way.other)) {
                WireResponse response = get(server, path, difference);
                assertThat(response.status()).isEqualTo(200);
                assertThat(response.text())
                        .as(response.cacheStatus())
                        .isEqualTo(get(uncached, path, difference).text());
            }
            assertThat(get(server, path, way.one).text())
                    .isNotEqualTo(get(server, path, way.other).text());
        }
    }

    private static WireResponse get(TestServer from, String path, String difference) {
        return difference.startsWith("?") ? from.get(path + difference) : from.get(path, difference);
    }

    /** The server decodes the path of a target in absolute form in the URI, and not in the path of the request. */
    @ParameterizedTest
    @ValueSource(strings = {"/ways/path/", "/ways/one/"})
    void pathOfATargetInAbsoluteFormSelectsAsItIsSpelled(String path) {
        for (String target : List.of("http://h" + path + "%61", "http://h" + path + 'a', path + "%61", path + 'a')) {
            String text = uncached.get(target).text();
            assertThat(server.get(target).text()).isEqualTo(text);
            UnkeyedReadsContract.assertHit(server.get(target), text);
        }
    }

    @Test
    void authorityThatAnOuterFilterGivesTheUriSelects() {
        for (String authority : List.of("a.example", "b.example")) {
            String text = "https://" + authority + "/ways/uri";
            assertThat(server.get("/ways/uri", "X-Authority: " + authority).text())
                    .isEqualTo(text);
            UnkeyedReadsContract.assertHit(server.get("/ways/uri", "X-Authority: " + authority), text);
        }
    }

    /** The key contains the media type that the server selects, and not the field. */
    @Test
    void fieldThatTheServerNegotiatesByIsARead() {
        String one = "Accept: text/plain, text/a";
        String other = "Accept: text/plain, text/b";
        assertThat(server.get("/ways/negotiated", one).text()).isEqualTo("text/plain, text/a");
        assertThat(server.get("/ways/negotiated", other).text()).isEqualTo("text/plain, text/b");
        UnkeyedReadsContract.assertHit(server.get("/ways/negotiated", one), "text/plain, text/a");
    }

    /** The filter sets the fields of a request on which the handler looks for a language and a cookie. */
    @ParameterizedTest
    @ValueSource(strings = {"language", "resolver", "cookie", "types"})
    void handlerSeesWhatAnInnerFilterSets(String what) {
        String path = "/ways/inner/" + what;
        for (String language : List.of("de", "fr")) {
            String text = "[" + language + "]";
            assertThat(uncached.get(path, LANGUAGE + language, "Accept-Language: es")
                            .text())
                    .isEqualTo(text);
            assertThat(server.get(path, LANGUAGE + language, "Accept-Language: es")
                            .text())
                    .isEqualTo(text);
            UnkeyedReadsContract.assertHit(server.get(path, LANGUAGE + language, "Accept-Language: it"), text);
        }
    }

    @Controller("/ways")
    @Requires(property = "scenario", value = "ways-of-reading")
    @HttpCached(ttl = "1h")
    @Produces(MediaType.TEXT_PLAIN)
    static class Pages {

        private final HttpLocaleResolver locales;

        Pages(HttpLocaleResolver locales) {
            this.locales = locales;
        }

        @Get("/now/{way}")
        String now(Way way) {
            return way.read(current());
        }

        @Get("/later/{way}")
        Mono<String> later(Way way) {
            HttpRequest<?> request = current();
            return Mono.fromSupplier(() -> way.read(request)).subscribeOn(Schedulers.boundedElastic());
        }

        @Get("/serialized/{way}")
        @Produces(MediaType.APPLICATION_JSON)
        CompletableFuture<Iterable<String>> serialized(Way way) {
            return CompletableFuture.supplyAsync(
                    () -> () -> List.of(way.read(current())).iterator());
        }

        @Get("/path/{name}")
        String path(String name) {
            return name + current().getPath();
        }

        @Get(uris = {"/one/{name}", "/other/{name}"})
        String eitherPath(String name) {
            return name + current().getPath() + current().getUri();
        }

        @Get("/uri")
        String uri() {
            return current().getUri().toString();
        }

        @Get("/negotiated")
        @Produces({MediaType.TEXT_PLAIN, MediaType.TEXT_HTML})
        String negotiated() {
            return String.valueOf(current().getHeaders().get("Accept"));
        }

        @Get("/inner/{what}")
        String inner(String what) {
            HttpRequest<?> request = current();
            Optional<?> seen =
                    switch (what) {
                        case "language" -> request.getLocale();
                        case "resolver" -> locales.resolve(request);
                        case "cookie" -> request.getCookies().get("language", String.class);
                        default ->
                            request.accept().stream().map(MediaType::getSubtype).findFirst();
                    };
            return seen.map(text -> "[" + text + "]").orElse("nothing");
        }
    }

    private static HttpRequest<?> current() {
        return ServerRequestContext.currentRequest().orElseThrow();
    }

    /** Inside the cache. */
    @ServerFilter("/ways/inner/**")
    @Requires(property = "scenario", value = "ways-of-reading")
    static class InnerFilter implements Ordered {

        @Override
        public int getOrder() {
            return LOWEST_PRECEDENCE;
        }

        @RequestFilter
        void filter(MutableHttpRequest<?> request) {
            String language = request.getHeaders().get("X-Language");
            request.getHeaders().set("Accept-Language", language).set("Accept", "text/" + language);
            request.cookie(Cookie.of("language", language));
        }
    }

    /** Outside the cache. */
    @ServerFilter("/ways/**")
    @Requires(property = "scenario", value = "ways-of-reading")
    static class OuterFilter implements Ordered {

        @Override
        public int getOrder() {
            return -1000;
        }

        @RequestFilter
        HttpRequest<?> filter(HttpRequest<?> request) {
            String plan = request.getHeaders().get("X-Plan");
            if (plan != null) {
                request.setAttribute("plan", plan);
                request.setAttribute("surrogate", plan.equals("a") ? "\uD800" : "\uD801");
                request.setAttribute("language", Locale.forLanguageTag(plan.equals("a") ? "und-Latn" : "und-Cyrl"));
                request.setAttribute(ODD_NAME, plan);
            }
            String authority = request.getHeaders().get("X-Authority");
            return authority == null ? request : new WithAuthority<>(request, authority);
        }
    }

    private static final class WithAuthority<B> extends HttpRequestWrapper<B> {

        private final URI uri;

        WithAuthority(HttpRequest<B> request, String authority) {
            super(request);
            this.uri = URI.create("https://" + authority + request.getUri());
        }

        @Override
        public URI getUri() {
            return uri;
        }
    }
}
