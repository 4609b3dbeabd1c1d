package io.httpcached.suite.backend;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.annotation.HttpCached;
import io.httpcached.suite.server.Eventually;
import io.httpcached.suite.server.TestServer;
import io.httpcached.suite.wire.WireResponse;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tests which entries and invalidations applications and versions of an application share if they use one backend and contain
 * the same controller.
 */
class ApplicationsOnOneBackendTest {

    private static final String NAME = "micronaut.application.name";
    private static final String VERSION = "http-cache.version";

    private final String id = UUID.randomUUID().toString().substring(0, 8);

    /** A backend that nodes share. */
    enum Shared {
        REDIS {
            @Override
            Map<String, Object> settings() {
                RealServer redis = RedisServers.shared();
                return Map.of(
                        "http-cache.backend", "redis", "redis.uri", "redis://" + redis.host() + ":" + redis.port());
            }
        },
        MEMCACHED {
            @Override
            Map<String, Object> settings() {
                return BackendRoutesTest.Configured.MEMCACHED.settings();
            }
        },
        DYNAMODB {
            @Override
            Map<String, Object> settings() {
                return BackendRoutesTest.Configured.DYNAMODB.settings();
            }
        },
        CACHE_OVER_REDIS {
            @Override
            Map<String, Object> settings() {
                return BackendRoutesTest.Configured.CACHE_OVER_REDIS.settings();
            }
        };

        abstract Map<String, Object> settings();
    }

    private static TestServer start(Shared backend, String instance, String... namesAndValues) {
        Map<String, Object> settings = new HashMap<>(backend.settings());
        settings.put("instance", instance);
        // The timeout is long enough for the first connection.
        settings.put("http-cache.backend-timeout", "20s");
        for (int i = 0; i < namesAndValues.length; i += 2) {
            settings.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return TestServer.start(
                "one-backend",
                settings.entrySet().stream()
                        .flatMap(each -> Stream.of(each.getKey(), each.getValue()))
                        .toArray());
    }

    @ParameterizedTest
    @EnumSource
    void applicationsWithDifferentNamesShareNothing(Shared backend) {
        try (TestServer one = start(backend, "one", NAME, "shop-" + id);
                TestServer other = start(backend, "other", NAME, "stock-" + id)) {
            String ofOne = one.get("/library/1").text();
            awaitHit(one);
            WireResponse ofOther = other.get("/library/1");
            assertThat(ofOther.isHit()).isFalse();
            assertThat(ofOther.text()).startsWith("other").isNotEqualTo(ofOne);
            awaitHit(other);

            change(one);
            assertThat(one.get("/library/1").isHit()).isFalse();
            assertThat(other.get("/library/1").text()).isEqualTo(ofOther.text());
        }
    }

    @ParameterizedTest
    @EnumSource
    void nodesOfOneApplicationShareEntriesAndInvalidations(Shared backend) {
        try (TestServer one = start(backend, "one", NAME, "shop-" + id, VERSION, "1");
                TestServer other = start(backend, "other", NAME, "shop-" + id, VERSION, "1")) {
            String text = one.get("/library/1").text();
            assertThat(awaitHit(other).text()).isEqualTo(text);
            change(other);
            assertThat(one.get("/library/1").isHit()).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource
    void versionsHaveTheirOwnEntriesAndShareInvalidations(Shared backend) {
        try (TestServer old = start(backend, "old", NAME, "shop-" + id, VERSION, "1.4");
                TestServer recent = start(backend, "new", NAME, "shop-" + id, VERSION, "1.5")) {
            assertInvalidatesBoth(old, old, recent);
            assertInvalidatesBoth(recent, old, recent);
        }
    }

    private static void assertInvalidatesBoth(TestServer changing, TestServer old, TestServer recent) {
        old.get("/library/1");
        assertThat(awaitHit(old).text()).startsWith("old");
        assertThat(recent.get("/library/1").isHit()).isFalse();
        assertThat(awaitHit(recent).text()).startsWith("new");
        assertThat(awaitHit(old).text()).startsWith("old");
        change(changing);
        assertThat(old.get("/library/1").isHit()).isFalse();
        assertThat(recent.get("/library/1").isHit()).isFalse();
        change(changing);
    }

    /** Memcached accepts keys of at most 250 printable ASCII characters without spaces. */
    @ParameterizedTest
    @EnumSource
    void nameAndVersionCanBeAnyText(Shared backend) {
        String name = "Größe und Preis \n" + id + "x".repeat(300);
        String version = "Büild (3) " + "y".repeat(300);
        try (TestServer one = start(backend, "one", NAME, name, VERSION, version);
                TestServer other = start(backend, "other", NAME, name, VERSION, version + "z")) {
            one.get("/library/1");
            assertThat(awaitHit(one).text()).startsWith("one");
            assertThat(other.get("/library/1").text()).startsWith("other");
            change(other);
            assertThat(one.get("/library/1").isHit()).isFalse();
        }
    }

    @Test
    void explicitPrefixReplacesTheNameOfTheApplication() {
        String prefix = "common-" + id + ":";
        try (TestServer one = start(Shared.REDIS, "one", NAME, "shop", "http-cache.key-prefix", prefix);
                TestServer other = start(Shared.REDIS, "other", NAME, "stock", "http-cache.key-prefix", prefix)) {
            String text = one.get("/library/1").text();
            assertThat(awaitHit(other).text()).isEqualTo(text);
        }
    }

    @Test
    void versionSeparatesVariants() {
        try (TestServer old = start(Shared.REDIS, "old", NAME, "shop-" + id, VERSION, "1");
                TestServer recent = start(Shared.REDIS, "new", NAME, "shop-" + id, VERSION, "2")) {
            old.get("/library/variants", "X-Region: north");
            Eventually.get(() -> old.get("/library/variants", "X-Region: north"), WireResponse::isHit);
            assertThat(recent.get("/library/variants", "X-Region: north").text())
                    .startsWith("new");
            assertThat(old.get("/library/variants", "X-Region: north").text()).startsWith("old");
        }
    }

    /** An entry that was stored without CORS does not name {@code Origin} in {@code Vary}. */
    @Test
    void entryFromBeforeCorsWasEnabledIsNotServed() {
        try (TestServer old = start(Shared.REDIS, "old", NAME, "shop-" + id);
                TestServer recent =
                        start(Shared.REDIS, "new", NAME, "shop-" + id, "micronaut.server.cors.enabled", "true")) {
            old.get("/library/1");
            awaitHit(old);
            WireResponse response = recent.get("/library/1");
            assertThat(response.isHit()).isFalse();
            assertThat(response.header("Vary")).isEqualTo("Origin");
            assertThat(awaitHit(recent).header("Vary")).isEqualTo("Origin");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "\t", "@project.version@"})
    void startupFailsForAVersionThatSeparatesNothing(String version) {
        StartupFailures.assertStartupFails(Map.of(VERSION, version), VERSION, "'" + version + "'");
    }

    /** Waits for a hit, because the cache sends the first response before it stores it. */
    private static WireResponse awaitHit(TestServer server) {
        return Eventually.get(() -> server.get("/library/1", "Cache-Control: only-if-cached"), WireResponse::isHit);
    }

    private static void change(TestServer server) {
        assertThat(server.send("PUT", "/library/1", "Content-Length: 0").status())
                .isEqualTo(200);
    }

    @Controller("/library")
    @Requires(property = "scenario", value = "one-backend")
    static class Library {

        private static final AtomicInteger RUNS = new AtomicInteger();

        private final String instance;

        Library(@Value("${instance}") String instance) {
            this.instance = instance;
        }

        @Get("/{id}")
        @HttpCached(ttl = "1m", tags = "item:{id}")
        String show(String id) {
            return instance + ", run " + RUNS.incrementAndGet();
        }

        @Get("/variants")
        @HttpCached(ttl = "1m", vary = "X-Region")
        String variants() {
            return instance + ", run " + RUNS.incrementAndGet();
        }

        @Put("/{id}")
        @SuppressWarnings("httpcached:missing-invalidation")
        void change(String id) {
            // The success of the request invalidates.
        }
    }
}
