package io.httpcached.suite.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.annotation.HttpCached;
import io.httpcached.annotation.KeySource;
import io.httpcached.suite.server.Entries.TestRequest;
import io.httpcached.suite.wire.WireResponse;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.order.Ordered;
import io.micronaut.data.model.Pageable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpParameters;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.cookie.Cookies;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.http.server.util.HttpHostResolver;
import java.util.Arrays;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import kotlin.coroutines.Continuation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Tests keys of parameters that consist of more than one named value: the key contains everything that the method can
 * read from them.
 */
class InferredKeysTest {

    private static final TestServer SERVER = TestServer.start(
            "inferred-keys",
            "http-cache.unkeyed-reads",
            "ignore",
            "micronaut.server.host-resolution.allowed-hosts",
            "https?://(a|b)\\.example(:.*)?");

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
                "/inferred/pages?page=1&size=5 | /inferred/pages?size=5&page=1",
                "/inferred/bean?text=a&limit=5 | /inferred/bean?limit=5&text=a",
                "/inferred/parameters?a=1&b=2  | /inferred/parameters?b=2&a=1",
                "/inferred/suspend/7           | /inferred/suspend/7?utm_source=mail",
                "/inferred/maybe               | /inferred/maybe?utm_source=mail",
            })
    void requestsWithEqualArgumentsShareAnEntry(String first, String second) {
        entries.assertShared(first, second);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/inferred/pages               | /inferred/pages?page=1",
                "/inferred/pages?page=1        | /inferred/pages?page=2",
                "/inferred/pages?sort=a        | /inferred/pages?sort=a,desc",
                "/inferred/pages?sort=a&sort=b | /inferred/pages?sort=b&sort=a",
                "/inferred/bean?text=a         | /inferred/bean?text=b",
                "/inferred/bean?text=a         | /inferred/bean?limit=1",
                "/inferred/parameters?a=1      | /inferred/parameters?a=1&a=1",
                "/inferred/suspend/7           | /inferred/suspend/8",
            })
    void requestsWithDifferentArgumentsHaveSeparateEntries(String first, String second) {
        entries.assertSeparate(first, second);
    }

    @Test
    void onlyDeclaredHeadersOfHttpHeadersParameterArePartOfTheKey() {
        entries.assertSeparate(
                new TestRequest("/inferred/headers", "X-Tenant: a"),
                new TestRequest("/inferred/headers", "X-Tenant: b"));
        entries.assertShared(
                new TestRequest("/inferred/headers", "X-Tenant: a"),
                new TestRequest("/inferred/headers", "X-Tenant: a", "X-Other: b"));
        entries.assertSeparate(
                new TestRequest("/inferred/cookies", "Cookie: a=1"),
                new TestRequest("/inferred/cookies", "Cookie: a=2"));
    }

    /** The server uses the attribute as the argument, but the key does not contain it. */
    @Test
    void requestAttributeWithTheNameOfAParameterCausesABypass() {
        WireResponse stored = SERVER.get("/inferred/maybe");
        WireResponse first = SERVER.get("/inferred/maybe", "X-Attribute: secret");
        WireResponse second = SERVER.get("/inferred/maybe", "X-Attribute: other");

        assertThat(first.text()).startsWith("secret");
        assertThat(first.cacheStatus()).startsWith("fwd=bypass").doesNotContain("stored");
        assertThat(first.headers("Cache-Control")).isEmpty();
        assertThat(second.text()).startsWith("other");
        assertThat(SERVER.get("/inferred/maybe").text()).isEqualTo(stored.text());
    }

    /** The filter runs after the lookup, and it may set the attribute for every request. */
    @Test
    void requestAttributeOfAnInnerFilterPreventsStoring() {
        WireResponse first = SERVER.get("/inferred/near", "X-Near-Attribute: secret");
        WireResponse second = SERVER.get("/inferred/near", "X-Near-Attribute: other");

        assertThat(first.text()).startsWith("secret");
        assertThat(first.cacheStatus())
                .startsWith("fwd=miss")
                .contains("the handler can read a value of the request that is not in the key");
        assertThat(first.headers("Cache-Control")).isEmpty();
        assertThat(second.text()).startsWith("other");
    }

    @Test
    void unusedHostIsNotPartOfTheKey() {
        entries.assertShared(
                new TestRequest("/inferred/suspend/7", "Host: a.example"),
                new TestRequest("/inferred/suspend/7", "Host: b.example"),
                new TestRequest("/inferred/suspend/7", "Host: a.example", "X-Forwarded-Host: b.example"));
    }

    @Test
    void usedHostIsPartOfTheKey() {
        entries.assertSeparate(
                new TestRequest("/inferred/host", "Host: a.example"),
                new TestRequest("/inferred/host", "Host: b.example"));
        assertThat(SERVER.get("/inferred/host").header("Vary")).isEqualTo("Host");
    }

    @Test
    void resolvedHostIsPartOfTheKeyOfRequestUriRoutes() {
        entries.assertSeparate(
                new TestRequest("/inferred/links", "Host: a.example"),
                new TestRequest("/inferred/links", "Host: b.example"),
                new TestRequest("/inferred/links", "Host: a.example", "X-Forwarded-Host: b.example"),
                new TestRequest(
                        "/inferred/links",
                        "Host: a.example",
                        "X-Forwarded-Host: b.example",
                        "X-Forwarded-Proto: https"));
        entries.assertShared(
                new TestRequest("/inferred/links", "Host: a.example", "X-Forwarded-Host: c.example"),
                new TestRequest("/inferred/links", "Host: a.example", "X-Forwarded-Host: d.example"));
    }

    /** The resolver fails for this host, but the handler may never call the resolver. */
    @Test
    void unresolvableHostCausesABypass() {
        WireResponse response = SERVER.get("/inferred/path", "Forwarded: host=a.example:x");
        assertThat(response.status()).isEqualTo(200);
        assertThat(response.cacheStatus()).startsWith("fwd=bypass");
    }

    @Controller("/inferred")
    @HttpCached(ttl = "1m", tags = "all")
    @Requires(property = "scenario", value = "inferred-keys")
    @SuppressWarnings({"httpcached:unbounded-query", "httpcached:ineffective-vary"})
    static class Inferred {

        private final HttpHostResolver hosts;
        private final AtomicInteger runs = new AtomicInteger();

        Inferred(HttpHostResolver hosts) {
            this.hosts = hosts;
        }

        @Introspected
        record Filter(@Nullable String text, @Nullable Integer limit) {}

        private String run(@Nullable Object... seen) {
            return Arrays.toString(seen).replaceAll("[\\[\\]]", "") + " run " + runs.incrementAndGet();
        }

        @Get("/pages")
        String pages(Pageable pageable) {
            return run(
                    pageable.getNumber(), pageable.getSize(), pageable.getSort().getOrderBy());
        }

        @Get("/bean")
        String bean(@QueryValue Filter filter) {
            return run(filter);
        }

        @Get("/parameters")
        String parameters(HttpParameters parameters) {
            return run(new TreeMap<>(parameters.asMap()));
        }

        @Get("/suspend/{id}")
        Object suspend(long id, Continuation<? super String> continuation) {
            return run(id);
        }

        @Get("/maybe")
        String maybe(@Nullable String tenant) {
            return run(tenant);
        }

        @Get("/near")
        String near(@Nullable String region) {
            return run(region);
        }

        @Get("/headers")
        @HttpCached(vary = "X-Tenant")
        String headers(HttpHeaders headers) {
            return run(headers.getAll("X-Tenant"));
        }

        @Get("/cookies")
        @HttpCached(vary = "Cookie")
        String cookies(Cookies cookies) {
            return run(cookies.findCookie("a").map(cookie -> cookie.getValue()).orElse(""));
        }

        @Get("/host")
        @HttpCached(vary = "Host")
        String host() {
            return run();
        }

        @Get("/links")
        @HttpCached(keySource = KeySource.REQUEST_URI)
        String links(HttpRequest<?> request) {
            return run(hosts.resolve(request));
        }

        @Get("/path")
        @HttpCached(keySource = KeySource.REQUEST_URI)
        String path(HttpRequest<?> request) {
            return run(request.getPath());
        }
    }

    @ServerFilter("/inferred/**")
    @Requires(property = "scenario", value = "inferred-keys")
    static class Tenants implements Ordered {

        @Override
        public int getOrder() {
            return ServerFilterPhase.SECURITY.order();
        }

        @RequestFilter
        void setTenant(HttpRequest<?> request) {
            request.getHeaders().getFirst("X-Attribute").ifPresent(value -> request.setAttribute("tenant", value));
        }
    }

    @ServerFilter("/inferred/**")
    @Requires(property = "scenario", value = "inferred-keys")
    static class Regions {

        @RequestFilter
        void setRegion(HttpRequest<?> request) {
            request.getHeaders().getFirst("X-Near-Attribute").ifPresent(value -> request.setAttribute("region", value));
        }
    }
}
