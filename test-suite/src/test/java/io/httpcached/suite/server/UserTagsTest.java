package io.httpcached.suite.server;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import io.httpcached.annotation.HttpCacheInvalidate;
import io.httpcached.annotation.HttpCached;
import io.httpcached.suite.backend.LogCapture;
import io.httpcached.suite.wire.WireResponse;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.filters.AuthenticationFetcher;
import io.micronaut.security.rules.SecurityRule;
import jakarta.inject.Singleton;
import java.security.Principal;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;

/** The reference {@code {user}} in tags: a change by one user invalidates the entries of that user only. */
class UserTagsTest {

    private static final String ALICE = "X-User: alice";
    private static final String BOB = "X-User: bob";

    private static final TestServer SERVER = TestServer.start("user-tags", "micronaut.security.enabled", true);

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @BeforeEach
    void clear() {
        SERVER.invalidateTags("baskets");
    }

    @Test
    void aChangeByOneUserInvalidatesTheBasketOfThatUserOnly() {
        String alice = SERVER.get("/baskets", ALICE).text();
        String bob = SERVER.get("/baskets", BOB).text();
        assertThat(alice).startsWith("alice");
        assertThat(SERVER.get("/baskets", ALICE).text()).isEqualTo(alice);

        assertThat(SERVER.send("POST", "/baskets/items", ALICE).status()).isEqualTo(200);

        assertThat(SERVER.get("/baskets", ALICE).text()).startsWith("alice").isNotEqualTo(alice);
        WireResponse untouched = SERVER.get("/baskets", BOB);
        assertThat(untouched.text()).isEqualTo(bob);
        assertThat(untouched.isHit()).isTrue();
    }

    @Test
    void aChangeWithoutAUserInvalidatesTheBasketOfNobody() {
        String alice = SERVER.get("/baskets", ALICE).text();

        assertThat(SERVER.send("POST", "/baskets/items").status()).isEqualTo(200);

        assertThat(SERVER.get("/baskets", ALICE).text()).isEqualTo(alice);
    }

    @Test
    void theLogOfAnInvalidationHidesTheNameOfTheUser() {
        try (LogCapture log = new LogCapture("io.httpcached", Level.DEBUG)) {
            SERVER.get("/baskets", ALICE);
            SERVER.send("POST", "/baskets/items", ALICE);
            assertThat(log.lines())
                    .contains("DEBUG POST /baskets/items removes entries tagged [tag:basket:{user}]")
                    .noneMatch(line -> line.contains("alice"));
        }
    }

    @Controller("/baskets")
    @Requires(property = "scenario", value = "user-tags")
    @Secured(SecurityRule.IS_ANONYMOUS)
    static class Baskets {

        private final AtomicInteger runs = new AtomicInteger();

        @Get
        @HttpCached(
                ttl = "1m",
                tags = {"baskets", "basket:{user}"})
        String show(Principal principal) {
            return principal.getName() + " " + runs.incrementAndGet();
        }

        @Post("/items")
        @HttpCacheInvalidate(tags = "basket:{user}")
        String add(@Nullable Authentication authentication) {
            return authentication == null ? "guest" : authentication.getName();
        }
    }

    /** Takes the name of the user from a header field. */
    @Singleton
    @Requires(property = "scenario", value = "user-tags")
    static final class HeaderFetcher implements AuthenticationFetcher<HttpRequest<?>> {

        @Override
        public Publisher<Authentication> fetchAuthentication(HttpRequest<?> request) {
            String user = request.getHeaders().get("X-User");
            return user == null ? Publishers.empty() : Publishers.just(Authentication.build(user));
        }
    }
}
