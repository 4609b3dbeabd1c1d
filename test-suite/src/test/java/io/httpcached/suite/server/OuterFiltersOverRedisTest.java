package io.httpcached.suite.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.suite.backend.RedisServers;
import io.httpcached.suite.wire.WireResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests filters outside the cache with entries in Redis. The filter and the routes are those of {@link OuterFiltersTest}. */
class OuterFiltersOverRedisTest {

    private final TestServer server = start();
    private final TestServer withoutCache = TestServer.start("outer-filters", "http-cache.enabled", false);

    private static TestServer start() {
        List<Object> settings = new ArrayList<>(List.of(
                "http-cache.backend", "redis",
                "http-cache.backend-timeout", "10s",
                "http-cache.key-prefix", "outer-filters-" + UUID.randomUUID() + ":"));
        RedisServers.properties(RedisServers.shared()).forEach((name, value) -> settings.addAll(List.of(name, value)));
        return TestServer.start("outer-filters", settings.toArray());
    }

    @AfterEach
    void stop() {
        server.close();
        withoutCache.close();
    }

    @ParameterizedTest
    @CsvSource({
        "wrap, /product/1",
        "replace, /product/1",
        "cast, /product/1",
        "convert, /product/1",
        "edit-bytes, /bytes",
        "edit-map, /map",
        "edit-bean, /bean",
        "look, /write-only",
    })
    void missAndHitsAreWhatTheServerSendsWithoutTheCache(String work, String path) {
        WireResponse expected = withoutCache.get("/outer" + path, "X-Filter: " + work);
        WireResponse miss = server.get("/outer" + path, "X-Filter: " + work);
        WireResponse stored = untilHit("/outer" + path);
        assertThat(stored.text()).isEqualTo(withoutCache.get("/outer" + path).text());
        WireResponse hit = server.get("/outer" + path, "X-Filter: " + work);
        assertThat(hit.isHit()).isTrue();
        assertThat(List.of(miss, hit)).extracting(WireResponse::text).containsOnly(expected.text());
        assertThat(server.get("/outer" + path).text()).isEqualTo(stored.text());
    }

    @ParameterizedTest
    @CsvSource({"cookie", "cookie-header"})
    void responseWithACookieOfAFilterIsNotForCaches(String work) {
        List<WireResponse> answers = new ArrayList<>(List.of(server.get("/outer/product/1", "X-Filter: " + work)));
        String tag = untilHit("/outer/product/1").header("ETag");
        answers.add(server.get("/outer/product/1", "X-Filter: " + work));
        answers.add(server.get("/outer/product/1", "X-Filter: " + work, "If-None-Match: " + tag));
        assertThat(answers).extracting(WireResponse::status).containsExactly(200, 200, 304);
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.headers("Set-Cookie")).hasSize(1);
            assertThat(answer.headers("Cache-Control")).containsExactly("private, no-store");
        });
    }

    private WireResponse untilHit(String target) {
        return Eventually.get(() -> server.get(target, "Cache-Control: only-if-cached"), WireResponse::isHit);
    }
}
