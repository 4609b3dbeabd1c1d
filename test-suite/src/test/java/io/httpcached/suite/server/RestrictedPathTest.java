package io.httpcached.suite.server;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import io.httpcached.annotation.CacheScope;
import io.httpcached.annotation.HttpCached;
import io.httpcached.suite.backend.LogCapture;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Tests the warning at startup about routes with the scope {@code PUBLIC} that {@code micronaut.security.intercept-url-map}
 * restricts.
 */
class RestrictedPathTest {

    private static final String ADVICE =
            ". If the responses differ, set scope = CacheScope.PRIVATE for one entry per user, or CacheScope.AUTO, with which"
                    + " authenticated requests bypass the cache. If they do not, restrict the method with @Secured instead.";

    private static final Map<String, Object> OPEN = rule("/**", "isAnonymous()");

    @Test
    void namesTheRouteThePatternAndTheAccess() {
        try (LogCapture log = new LogCapture("io.httpcached", Level.WARN);
                TestServer server = start(List.of(rule("/profiles/**", "ROLE_USER", "ROLE_ADMIN"), OPEN))) {
            assertThat(server.get("/profiles/7").status()).isEqualTo(401);
            assertThat(server.get("/profiles/all").status()).isEqualTo(401);
            assertThat(server.get("/profiles/secured").status()).isEqualTo(200);
            assertThat(server.get("/prices").status()).isEqualTo(200);
            assertThat(log.lines())
                    .containsExactly(
                            "WARN micronaut.security.intercept-url-map restricts the paths of these routes, and their"
                                    + " scope is PUBLIC, so all permitted users receive the same responses: "
                                    + Profiles.class.getName()
                                    + ".show (pattern /profiles/**, access ROLE_USER, ROLE_ADMIN)"
                                    + ADVICE);
        }
    }

    @Test
    void namesEachRoute() {
        try (LogCapture log = new LogCapture("io.httpcached", Level.WARN);
                TestServer server = start(
                        List.of(rule("/profiles/me", "isAuthenticated()"), rule("/p*", "denyAll()"), OPEN),
                        "micronaut.server.context-path",
                        "/shop")) {
            assertThat(server.get("/shop/profiles/7").status()).isEqualTo(200);
            assertThat(server.get("/shop/profiles/me").status()).isEqualTo(401);
            assertThat(server.get("/shop/prices").status()).isEqualTo(401);
            assertThat(log.lines())
                    .singleElement()
                    .asString()
                    .contains(": " + Prices.class.getName()
                            + ".list (pattern /shop/p*, access denyAll()); " + Profiles.class.getName()
                            + ".show (pattern /shop/profiles/me, access isAuthenticated()).");
        }
    }

    @Test
    void doesNotWarnWhereEverybodyIsPermitted() {
        assertThat(warnings(List.of(OPEN))).isEmpty();
        assertThat(warnings(List.of(
                        rule("/profiles/*", "isAnonymous()"), rule("/prices", "permitAll()"), rule("/**", "X"))))
                .isEmpty();
    }

    @Test
    void doesNotWarnOfOtherPathsAndMethods() {
        assertThat(warnings(List.of(
                        rule("/admin/**", "ROLE_ADMIN"),
                        Map.of("pattern", "/profiles/**", "http-method", "POST", "access", List.of("ROLE_ADMIN")),
                        OPEN)))
                .isEmpty();
    }

    @Test
    void doesNotWarnIfSecurityIsSwitchedOff() {
        assertThat(warnings(List.of(rule("/**", "ROLE_ADMIN")), "micronaut.security.enabled", false))
                .isEmpty();
    }

    @Test
    void doesNotWarnIfTheCacheIsSwitchedOff() {
        assertThat(warnings(List.of(rule("/**", "ROLE_ADMIN")), "http-cache.enabled", false))
                .isEmpty();
    }

    private static List<String> warnings(List<Map<String, Object>> rules, Object... settings) {
        try (LogCapture log = new LogCapture("io.httpcached", Level.WARN)) {
            start(rules, settings).close();
            return log.lines();
        }
    }

    private static TestServer start(List<Map<String, Object>> rules, Object... settings) {
        List<Object> all = new ArrayList<>(
                List.of("micronaut.security.enabled", true, "micronaut.security.intercept-url-map", rules));
        all.addAll(List.of(settings));
        return TestServer.start("restricted-paths", all.toArray());
    }

    private static Map<String, Object> rule(String pattern, String... access) {
        return Map.of("pattern", pattern, "access", List.of(access));
    }

    @Controller("/profiles")
    @Requires(property = "scenario", value = "restricted-paths")
    static class Profiles {

        @Get("/{id}")
        @HttpCached(ttl = "1m", scope = CacheScope.PUBLIC)
        String show(String id) {
            return "profile " + id;
        }

        @Get("/all")
        @HttpCached(ttl = "1m")
        String all() {
            return "profiles";
        }

        @Get("/secured")
        @Secured(SecurityRule.IS_ANONYMOUS)
        @HttpCached(ttl = "1m", scope = CacheScope.PUBLIC)
        String secured() {
            return "secured";
        }
    }

    @Controller("/prices")
    @Requires(property = "scenario", value = "restricted-paths")
    static class Prices {

        @Get
        @HttpCached(ttl = "1m", scope = CacheScope.PUBLIC)
        String list() {
            return "prices";
        }
    }
}
