package io.httpcached.suite.backend;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.annotation.HttpCached;
import io.httpcached.suite.server.Eventually;
import io.httpcached.suite.server.TestServer;
import io.httpcached.suite.wire.WireResponse;
import io.micronaut.context.annotation.Requires;
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

/** Tests that a client sees the same behavior over a socket with each backend. */
class BackendRoutesTest {

    private final String keyPrefix = "routes:" + UUID.randomUUID() + ":";

    /** The complete configuration of an application for each backend. */
    enum Configured {
        MEMCACHED {
            @Override
            Map<String, Object> settings() {
                return Map.of(
                        "http-cache.backend",
                        "memcached",
                        "http-cache.memcached.servers",
                        MemcachedStoreTest.address(MemcachedServers.shared()));
            }
        },
        DYNAMODB {
            @Override
            Map<String, Object> settings() {
                Map<String, Object> settings = DynamoDbServers.properties(DynamoDbServers.shared(), "routes");
                settings.put("http-cache.backend", "dynamodb");
                settings.put("http-cache.dynamodb.create-table", true);
                return settings;
            }
        },
        CAFFEINE {
            @Override
            Map<String, Object> settings() {
                return Map.of("http-cache.backend", "pages", "micronaut.caches.pages.maximum-size", 1_000);
            }
        },
        CACHE_OVER_REDIS {
            @Override
            Map<String, Object> settings() {
                RealServer redis = RedisServers.shared();
                return Map.of(
                        "http-cache.backend",
                        "pages",
                        "redis.uri",
                        "redis://" + redis.host() + ":" + redis.port(),
                        "redis.caches.pages.expire-after-write",
                        "1d");
            }
        };

        abstract Map<String, Object> settings();
    }

    private TestServer start(Configured backend) {
        Map<String, Object> settings = new HashMap<>(backend.settings());
        settings.put("http-cache.key-prefix", keyPrefix);
        // The timeout is long enough for the first connection.
        settings.put("http-cache.backend-timeout", "20s");
        return TestServer.start(
                "backend-routes",
                settings.entrySet().stream()
                        .flatMap(each -> Stream.of(each.getKey(), each.getValue()))
                        .toArray());
    }

    @ParameterizedTest
    @EnumSource
    void storesServesRevalidatesAndInvalidates(Configured backend) {
        try (TestServer server = start(backend)) {
            WireResponse miss = server.get("/notes/1");
            assertThat(miss.cacheStatus()).startsWith("fwd=miss; stored");
            WireResponse hit = awaitHit(server);
            assertThat(hit.text()).isEqualTo(miss.text());
            WireResponse unchanged = server.get("/notes/1", "If-None-Match: " + hit.header("ETag"));
            assertThat(unchanged.status()).isEqualTo(304);
            assertThat(unchanged.isHit()).isTrue();
            assertThat(server.send("PUT", "/notes/1", "Content-Length: 0").status())
                    .isEqualTo(200);
            WireResponse invalidated = server.get("/notes/1");
            assertThat(invalidated.isHit()).isFalse();
            assertThat(invalidated.text()).isNotEqualTo(hit.text());
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CAFFEINE")
    void nodesShareEntriesAndInvalidations(Configured backend) {
        try (TestServer one = start(backend);
                TestServer other = start(backend)) {
            WireResponse miss = one.get("/notes/1");
            WireResponse hit = awaitHit(other);
            assertThat(hit.text()).isEqualTo(miss.text());
            assertThat(hit.header("ETag")).isEqualTo(miss.header("ETag")).isNotNull();
            assertThat(other.send("PUT", "/notes/1", "Content-Length: 0").status())
                    .isEqualTo(200);
            assertThat(one.get("/notes/1").isHit()).isFalse();
        }
    }

    @Test
    void startupFailsForAnUnknownBackendAndListsTheAvailableOnes() {
        Map<String, Object> properties = new HashMap<>(Configured.CAFFEINE.settings());
        properties.put("http-cache.backend", "page");
        properties.put("http-cache.memcached.servers", "cache-1:11211");
        StartupFailures.assertStartupFails(properties, "http-cache.backend", "'page'", "[memcached, memory, pages]");
    }

    @Test
    void startupFailsIfLeasesAreEnabledButNotSupported() {
        Map<String, Object> properties = new HashMap<>(Configured.CAFFEINE.settings());
        properties.put("http-cache.lease.enabled", true);
        StartupFailures.assertStartupFails(properties, "http-cache.lease.enabled", "'pages'");
    }

    /** Waits for a hit, because the cache sends the first response before it stores it. */
    private static WireResponse awaitHit(TestServer server) {
        return Eventually.get(() -> server.get("/notes/1", "Cache-Control: only-if-cached"), WireResponse::isHit);
    }

    @Controller("/notes/{id}")
    @Requires(property = "scenario", value = "backend-routes")
    static class Notes {

        private static final AtomicInteger RUNS = new AtomicInteger();

        @Get
        @HttpCached(ttl = "1m", tags = "note:{id}")
        String show(String id) {
            return "run " + RUNS.incrementAndGet();
        }

        @Put
        @SuppressWarnings("httpcached:missing-invalidation")
        void change(String id) {
            // The success of the request invalidates.
        }
    }
}
