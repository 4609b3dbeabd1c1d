package io.httpcached.suite.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.annotation.CacheScope;
import io.httpcached.annotation.HttpCached;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.filters.AuthenticationFetcher;
import io.micronaut.security.rules.SecurityRule;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reactivestreams.Publisher;

/** The users who may use the management endpoint in an application with micronaut-security. */
class EndpointSecurityTest {

    private static final String USER = "X-Role: ROLE_USER";
    private static final String ADMIN = "X-Role: ROLE_ADMIN";
    private static final String INVALIDATE_ALL = "/httpcache?all=true";

    @ParameterizedTest
    @CsvSource({"/httpcache", "/httpcache/explain?uri=/secured/page", "/httpcache/routes"})
    void aRoleOpensTheSensitiveEndpointToItsUsersOnly(String target) {
        try (TestServer server = start("endpoints.httpcache.roles", "ROLE_ADMIN")) {
            assertThat(server.get(target).status()).isEqualTo(401);
            assertThat(server.get(target, USER).status()).isEqualTo(403);
            assertThat(server.get(target, ADMIN).status()).isEqualTo(200);
        }
    }

    @Test
    void theRoleIsNeededToInvalidateAsWell() {
        try (TestServer server = start("endpoints.httpcache.roles", List.of("ROLE_OPERATOR", "ROLE_ADMIN"))) {
            server.get("/secured/page");
            assertThat(server.send("DELETE", INVALIDATE_ALL).status()).isEqualTo(401);
            assertThat(server.send("DELETE", INVALIDATE_ALL, USER).status()).isEqualTo(403);
            assertThat(server.get("/secured/page").isHit()).isTrue();
            assertThat(server.send("DELETE", INVALIDATE_ALL, ADMIN).status()).isEqualTo(204);
            assertThat(server.get("/secured/page").isHit()).isFalse();
        }
    }

    @Test
    void withoutConfiguredRolesEveryUserIsRejected() {
        try (TestServer server = start()) {
            assertThat(server.get("/httpcache").status()).isEqualTo(401);
            assertThat(server.get("/httpcache", ADMIN).status()).isEqualTo(403);
        }
    }

    @Test
    void anInterceptUrlMapOfTheApplicationDecidesFirst() {
        try (TestServer server = start(
                "micronaut.security.intercept-url-map",
                List.of(Map.of("pattern", "/httpcache/**", "access", List.of("ROLE_USER"))),
                "endpoints.httpcache.roles",
                "ROLE_ADMIN")) {
            assertThat(server.get("/httpcache").status()).isEqualTo(401);
            assertThat(server.get("/httpcache", USER).status()).isEqualTo(200);
            assertThat(server.get("/httpcache", ADMIN).status()).isEqualTo(403);
        }
    }

    @Test
    void anEndpointThatIsNotSensitiveIsOpenToAll() {
        try (TestServer server =
                start("endpoints.httpcache.sensitive", false, "endpoints.httpcache.roles", "ROLE_ADMIN")) {
            assertThat(server.get("/httpcache").status()).isEqualTo(200);
            assertThat(server.get("/httpcache", USER).status()).isEqualTo(200);
        }
    }

    private static TestServer start(Object... settings) {
        Object[] all = new Object[settings.length + 2];
        all[0] = "micronaut.security.enabled";
        all[1] = true;
        System.arraycopy(settings, 0, all, 2, settings.length);
        return TestServer.start("endpoint-security", all);
    }

    @Controller("/secured")
    @Requires(property = "scenario", value = "endpoint-security")
    static class SecuredPages {

        @Get("/page")
        @Secured(SecurityRule.IS_ANONYMOUS)
        @HttpCached(ttl = "1m", scope = CacheScope.PUBLIC)
        String page() {
            return "page";
        }
    }

    /** Authenticates a request with the role that it names. */
    @Singleton
    @Requires(property = "scenario", value = "endpoint-security")
    static final class NamedRoles implements AuthenticationFetcher<HttpRequest<?>> {

        @Override
        public Publisher<Authentication> fetchAuthentication(HttpRequest<?> request) {
            String role = request.getHeaders().get("X-Role");
            return role == null ? Publishers.empty() : Publishers.just(Authentication.build("someone", List.of(role)));
        }
    }
}
