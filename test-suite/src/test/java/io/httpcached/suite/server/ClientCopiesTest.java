package io.httpcached.suite.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.annotation.HttpCacheInvalidate;
import io.httpcached.annotation.HttpCached;
import io.httpcached.suite.server.BrowserCache.Page;
import io.httpcached.suite.server.BrowserCache.Source;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.filters.AuthenticationFetcher;
import io.micronaut.security.rules.SecurityRule;
import jakarta.inject.Singleton;
import java.security.Principal;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;

/** Tests which responses a browser with a private cache shows again, and that none of them is another user's or outdated. */
class ClientCopiesTest {

    private final TestServer server = TestServer.start("clients", "micronaut.security.enabled", true);
    private final BrowserCache browser = new BrowserCache(server);

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void nextUserOfABrowserSeesTheirOwnResponse() {
        assertThat(browser.logIn("alice").get("/clients/basket").text()).isEqualTo("alice: 0");
        assertThat(browser.logIn("bob").get("/clients/basket").text()).isEqualTo("bob: 0");
        assertThat(browser.logIn("alice").get("/clients/basket").text()).isEqualTo("alice: 0");
    }

    @Test
    void userSeesTheirOwnChangeOfAnotherPath() {
        browser.logIn("alice");
        assertThat(browser.get("/clients/basket").text()).isEqualTo("alice: 0");
        assertThat(browser.change("POST", "/clients/basket/items")).isEqualTo(200);
        assertThat(browser.get("/clients/basket").text()).isEqualTo("alice: 1");
    }

    @Test
    void unchangedResponseOfOneUserIsRevalidatedWithoutABody() {
        browser.logIn("alice");
        browser.get("/clients/basket");
        assertThat(browser.get("/clients/basket")).isEqualTo(new Page("alice: 0", Source.REVALIDATED));
        assertThat(server.bean(Clients.class).runs).hasValue(1);
    }

    @Test
    void everyBrowserSeesAChangeAtOnce() {
        BrowserCache other = new BrowserCache(server);
        assertThat(browser.get("/clients/products/1").text()).isEqualTo("product 1, 0");
        assertThat(other.get("/clients/products/1").text()).isEqualTo("product 1, 0");
        assertThat(other.get("/clients/products/1").source()).isEqualTo(Source.REVALIDATED);
        assertThat(new BrowserCache(server).change("PUT", "/clients/products/1"))
                .isEqualTo(200);
        assertThat(browser.get("/clients/products/1").text()).isEqualTo("product 1, 1");
        assertThat(other.get("/clients/products/1").text()).isEqualTo("product 1, 1");
    }

    @Test
    void everyBrowserSeesAnInvalidationByTag() {
        assertThat(browser.get("/clients/news").text()).isEqualTo("news 0");
        server.bean(Clients.class).changes.incrementAndGet();
        server.invalidateTags("news");
        assertThat(browser.get("/clients/news").text()).isEqualTo("news 1");
    }

    @Test
    void browserAnswersItselfWhereNothingInvalidatesTheRoute() {
        browser.get("/clients/plain");
        assertThat(browser.get("/clients/plain")).isEqualTo(new Page("plain 1", Source.BROWSER));
        server.advance(Duration.ofMinutes(10));
        assertThat(browser.get("/clients/plain")).isEqualTo(new Page("plain 2", Source.SERVER));
    }

    @Test
    void clientTtlLetsABrowserKeepAResponse() {
        assertThat(browser.get("/clients/kept").text()).isEqualTo("kept 0");
        server.bean(Clients.class).changes.incrementAndGet();
        server.invalidateTags("news");
        assertThat(browser.get("/clients/kept")).isEqualTo(new Page("kept 0", Source.BROWSER));
        server.advance(Duration.ofSeconds(30));
        assertThat(browser.get("/clients/kept").text()).isEqualTo("kept 1");
    }

    @Test
    void responseThatTheBrowserMayOnlyGuessALifetimeForIsNotKeptForTheNextUser() {
        try (TestServer guessing = TestServer.start(
                "clients", "micronaut.security.enabled", true, "http-cache.heuristic-freshness", true)) {
            BrowserCache cache = new BrowserCache(guessing);
            assertThat(cache.logIn("alice").get("/clients/profile").text()).isEqualTo("alice");
            assertThat(cache.logIn("bob").get("/clients/profile").text()).isEqualTo("bob");
        }
    }

    @Controller("/clients")
    @Secured(SecurityRule.IS_ANONYMOUS)
    @Requires(property = "scenario", value = "clients")
    static class Clients {

        final AtomicInteger runs = new AtomicInteger();
        final AtomicInteger changes = new AtomicInteger();
        private final Map<String, Integer> items = new ConcurrentHashMap<>();

        @Get("/basket")
        @HttpCached(ttl = "1m", tags = "basket:{user}")
        String basket(Principal user) {
            runs.incrementAndGet();
            return user.getName() + ": " + items.getOrDefault(user.getName(), 0);
        }

        @Post("/basket/items")
        @HttpCacheInvalidate(tags = "basket:{user}")
        void add(Principal user) {
            items.merge(user.getName(), 1, Integer::sum);
        }

        @Get("/profile")
        @HttpCached
        HttpResponse<String> profile(Principal user) {
            return HttpResponse.ok(user.getName()).header("Last-Modified", "Sun, 01 Mar 2020 11:00:00 GMT");
        }

        @Get("/products/{id}")
        @HttpCached(ttl = "1h")
        String product(int id) {
            return "product " + id + ", " + changes.get();
        }

        @Put("/products/{id:[0-9]+}")
        @SuppressWarnings("httpcached:missing-invalidation")
        void change(int id) {
            changes.incrementAndGet();
        }

        @Get("/news")
        @HttpCached(ttl = "1h", tags = "news")
        String news() {
            return "news " + changes.get();
        }

        @Get("/kept")
        @HttpCached(ttl = "1h", clientTtl = "30s", tags = "news")
        String kept() {
            return "kept " + changes.get();
        }

        @Get("/plain")
        @HttpCached(ttl = "10m")
        String plain() {
            return "plain " + runs.incrementAndGet();
        }
    }

    /** Authenticates the user that a request header names, without a check. */
    @Singleton
    @Requires(property = "scenario", value = "clients")
    static final class Believer implements AuthenticationFetcher<HttpRequest<?>> {

        @Override
        public Publisher<Authentication> fetchAuthentication(HttpRequest<?> request) {
            String user = request.getHeaders().get("X-User");
            return user == null ? Publishers.empty() : Publishers.just(Authentication.build(user));
        }
    }
}
