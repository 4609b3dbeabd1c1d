package io.httpcached.suite.backend;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.annotation.CacheScope;
import io.httpcached.annotation.HttpCached;
import io.httpcached.suite.server.Eventually;
import io.httpcached.suite.server.TestServer;
import io.httpcached.suite.wire.WireResponse;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.context.ServerRequestContext;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.filters.AuthenticationFetcher;
import io.micronaut.security.rules.SecurityRule;
import jakarta.inject.Singleton;
import java.security.Principal;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reactivestreams.Publisher;

/** Tests that users with unusual names, or with none, never share an entry. */
class UserNamesTest {

    private @Nullable TestServer server;

    @AfterEach
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    private TestServer start(String store, String... more) {
        Map<String, Object> settings = new HashMap<>(RedisServers.properties(RedisServers.shared()));
        settings.put("micronaut.security.enabled", true);
        settings.put("http-cache.backend", store);
        settings.put("http-cache.backend-timeout", "10s");
        // A field tells the handler what it would know of the user.
        settings.put("http-cache.unkeyed-reads", "ignore");
        settings.put("http-cache.key-prefix", "user-names-" + System.nanoTime() + ":");
        for (int i = 0; i < more.length; i += 2) {
            settings.put(more[i], more[i + 1]);
        }
        TestServer started = TestServer.start(
                "user-names",
                settings.entrySet().stream()
                        .flatMap(each -> Stream.of(each.getKey(), each.getValue()))
                        .toArray());
        server = started;
        return started;
    }

    @ParameterizedTest
    @CsvSource({"memory, null", "memory, empty", "memory, blank", "redis, null", "redis, empty", "redis, blank"})
    void usersWithoutANameBypassTheCache(String store, String name) {
        TestServer started = start(store);
        WireResponse first = started.get("/names", "X-Name: " + name, "X-Account: 1");
        WireResponse second = started.get("/names", "X-Name: " + name, "X-Account: 2");
        assertThat(first.text()).isEqualTo("account 1, run 1");
        assertThat(second.text()).isEqualTo("account 2, run 2");
        assertThat(second.cacheStatus())
                .startsWith("fwd=bypass")
                .endsWith("detail=\"the route has one entry per user, and the user has no name\"");
    }

    @ParameterizedTest
    @CsvSource({"memory, binary", "redis, binary", "redis, json", "redis, gzip"})
    void usersWhoseNamesDifferInUnpairedSurrogatesHaveTheirOwnEntries(String store, String codec) {
        TestServer started = start(store, "http-cache.codec", codec);
        WireResponse one = started.get("/names", "X-Name: d800", "X-Account: 1");
        assertThat(one.cacheStatus()).startsWith("fwd=miss; stored");
        Eventually.get(
                () -> started.get("/names", "X-Name: d800", "Cache-Control: only-if-cached"), WireResponse::isHit);
        WireResponse other = started.get("/names", "X-Name: d801", "X-Account: 2");
        assertThat(other.text()).isEqualTo("account 2, run 2");
        assertThat(other.cacheStatus()).startsWith("fwd=miss; stored");
        WireResponse plain = started.get("/names", "X-Name: ?", "X-Account: 3");
        assertThat(plain.text()).isEqualTo("account 3, run 3");
        Eventually.get(
                () -> started.get("/names", "X-Name: d801", "Cache-Control: only-if-cached"), WireResponse::isHit);
        assertThat(started.get("/names", "X-Name: d800").text()).isEqualTo("account 1, run 1");
        assertThat(started.get("/names", "X-Name: d801").text()).isEqualTo("account 2, run 2");
    }

    @Controller("/names")
    @Secured(SecurityRule.IS_ANONYMOUS)
    @Requires(property = "scenario", value = "user-names")
    static class Accounts {

        private final AtomicInteger runs = new AtomicInteger();

        @Get
        @HttpCached(ttl = "1m", scope = CacheScope.PRIVATE, tags = "account:{user}")
        String account(Principal user) {
            String account = ServerRequestContext.currentRequest()
                    .orElseThrow()
                    .getHeaders()
                    .get("X-Account");
            return "account " + account + ", run " + runs.incrementAndGet();
        }
    }

    /** Authenticates a user with the name that a request header describes. */
    @Singleton
    @Requires(property = "scenario", value = "user-names")
    static final class Naming implements AuthenticationFetcher<HttpRequest<?>> {

        @Override
        public Publisher<Authentication> fetchAuthentication(HttpRequest<?> request) {
            return Publishers.just(new Named(
                    switch (request.getHeaders().get("X-Name", String.class, "")) {
                        case "null" -> null;
                        case "empty" -> "";
                        case "blank" -> " \t";
                        case "d800" -> "\uD800";
                        case "d801" -> "\uD801";
                        default -> "?";
                    }));
        }
    }

    private record Named(@Nullable String name) implements Authentication {

        @Override
        @SuppressWarnings("NullAway") // The point of the test: not every implementation keeps to its contract.
        public String getName() {
            return name;
        }

        @Override
        public Map<String, Object> getAttributes() {
            return Map.of();
        }
    }
}
