package io.httpcached.suite.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.annotation.CacheScope;
import io.httpcached.annotation.HttpCached;
import io.httpcached.suite.wire.WireResponse;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.filters.AuthenticationFetcher;
import io.micronaut.security.rules.SecurityRule;
import jakarta.inject.Singleton;
import java.security.Principal;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;

/** Tests that no user receives a response that was created for another user. */
class AuthorizationTest {

    private static final String ALICE = "X-User: alice";
    private static final String BOB = "X-User: bob";
    private static final String CREDENTIALS = "Authorization: Basic YTpi";

    private final TestServer server = TestServer.start("authorization", "micronaut.security.enabled", true);

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void requestWithCredentialsBypassesTheCache() {
        assertThat(server.get("/users/anonymous").text()).isEqualTo("run 1");
        WireResponse bypass = server.get("/users/anonymous", CREDENTIALS);
        assertThat(bypass.cacheStatus()).startsWith("fwd=");
        assertThat(bypass.isHit()).isFalse();
        assertThat(bypass.text()).isEqualTo("run 2");
        assertThat(server.get("/users/anonymous").text()).isEqualTo("run 1");
    }

    @Test
    void requestWithAPrincipalBypassesTheCache() {
        assertThat(server.get("/users/anonymous", ALICE).text()).isEqualTo("run 1");
        assertThat(server.get("/users/anonymous", BOB).text()).isEqualTo("run 2");
        assertThat(server.get("/users/anonymous").text()).isEqualTo("run 3");
        assertThat(server.get("/users/anonymous").text()).isEqualTo("run 3");
    }

    @Test
    void publicRouteIsSharedByAllUsers() {
        assertThat(server.get("/users/public", CREDENTIALS).text()).isEqualTo("run 1");
        WireResponse hit = server.get("/users/public", ALICE);
        assertThat(hit.text()).isEqualTo("run 1");
        assertThat(hit.isHit()).isTrue();
        assertThat(hit.header("Cache-Control")).contains("public");
    }

    @Test
    void routeWithPrincipalParameterHasAnEntryPerUser() {
        assertThat(server.get("/users/me", ALICE).text()).isEqualTo("alice 1");
        assertThat(server.get("/users/me", BOB).text()).isEqualTo("bob 2");
        WireResponse hit = server.get("/users/me", ALICE);
        assertThat(hit.text()).isEqualTo("alice 1");
        assertThat(hit.isHit()).isTrue();
        assertThat(hit.header("Cache-Control")).startsWith("private");
    }

    @Test
    void routeForGuestsAndUsersHasAnEntryPerUserAndNoneForGuests() {
        assertThat(server.get("/users/home", ALICE).text()).isEqualTo("alice 1");
        assertThat(server.get("/users/home").text()).isEqualTo("guest 2");
        WireResponse guest = server.get("/users/home");
        assertThat(guest.text()).isEqualTo("guest 3");
        assertThat(guest.cacheStatus()).startsWith("fwd=bypass");
        assertThat(guest.header("Cache-Control")).isNull();
        assertThat(server.get("/users/home", ALICE).isHit()).isTrue();
        assertThat(server.get("/users/home", BOB).text()).isEqualTo("bob 4");
    }

    @Test
    void backgroundRefreshRunsForTheUserOfTheEntry() {
        server.get("/users/refreshed", ALICE);
        server.get("/users/refreshed", BOB);
        server.advance(Duration.ofSeconds(15));
        assertThat(server.get("/users/refreshed", BOB).text()).isEqualTo("bob 2");
        String refreshed =
                Eventually.get(() -> server.get("/users/refreshed", BOB).text(), text -> !text.equals("bob 2"));
        assertThat(refreshed).isEqualTo("bob 3");
        assertThat(server.get("/users/refreshed", ALICE).text()).isEqualTo("alice 1");
    }

    @Test
    void securityRunsBeforeTheCache() {
        assertThat(server.get("/users/me", ALICE).status()).isEqualTo(200);
        assertThat(server.get("/users/me").status()).isEqualTo(401);
    }

    @Test
    void responseWithSetCookieIsNotStored() {
        server.get("/users/cookie");
        WireResponse again = server.get("/users/cookie");
        assertThat(again.text()).isEqualTo("run 2");
        assertThat(again.isHit()).isFalse();
        assertThat(again.header("Set-Cookie")).startsWith("session=2");
    }

    @Controller("/users")
    @Requires(property = "scenario", value = "authorization")
    static class Users {

        private final AtomicInteger runs = new AtomicInteger();

        @Get("/anonymous")
        @Secured(SecurityRule.IS_ANONYMOUS)
        @HttpCached(ttl = "1m")
        String anonymous() {
            return "run " + runs.incrementAndGet();
        }

        @Get("/public")
        @Secured(SecurityRule.IS_ANONYMOUS)
        @HttpCached(ttl = "1m", scope = CacheScope.PUBLIC)
        String everybody() {
            return "run " + runs.incrementAndGet();
        }

        @Get("/me")
        @Secured(SecurityRule.IS_AUTHENTICATED)
        @HttpCached(ttl = "1m", scope = CacheScope.PRIVATE)
        String me(Principal principal) {
            return principal.getName() + " " + runs.incrementAndGet();
        }

        @Get("/home")
        @Secured(SecurityRule.IS_ANONYMOUS)
        @HttpCached(ttl = "1m")
        String home(@Nullable Principal principal) {
            return (principal == null ? "guest" : principal.getName()) + " " + runs.incrementAndGet();
        }

        @Get("/refreshed")
        @Secured(SecurityRule.IS_AUTHENTICATED)
        @HttpCached(ttl = "10s", staleWhileRevalidate = "20s", scope = CacheScope.PRIVATE)
        String refreshed(Principal principal) {
            return principal.getName() + " " + runs.incrementAndGet();
        }

        @Get("/cookie")
        @Secured(SecurityRule.IS_ANONYMOUS)
        @HttpCached(ttl = "1m")
        HttpResponse<String> cookie() {
            int run = runs.incrementAndGet();
            return HttpResponse.ok("run " + run).cookie(Cookie.of("session", Integer.toString(run)));
        }
    }

    /** Authenticates the user that a request header names, without a check. */
    @Singleton
    @Requires(property = "scenario", value = "authorization")
    static final class Believer implements AuthenticationFetcher<HttpRequest<?>> {

        @Override
        public Publisher<Authentication> fetchAuthentication(HttpRequest<?> request) {
            String user = request.getHeaders().get("X-User");
            return user == null ? Publishers.empty() : Publishers.just(Authentication.build(user));
        }
    }
}
