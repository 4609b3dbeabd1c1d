package io.httpcached.example.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** Runs two nodes that share a database and a Redis server. */
class TwoNodesIT {

    private static final int ROUNDS = 50;

    /** The default of {@code http-cache.near.maximum-lag}. */
    private static final Duration MAXIMUM_LAG = Duration.ofSeconds(1);

    @Test
    @Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
    void bothNodesShowAChangeInProductAndListAsSoonAsItIsAnswered(@TempDir Path folder) throws Exception {
        String database = "jdbc:h2:" + folder.resolve("catalog") + ";AUTO_SERVER=TRUE";
        try (RedisProcess redis = RedisProcess.start();
                CatalogProcess one = node("redis", redis, database, "CREATE");
                CatalogProcess two = node("redis", redis, database, "NONE")) {
            for (int round = 1; round <= ROUNDS; round++) {
                CatalogProcess writer = round % 2 == 0 ? one : two;
                warmUp(one, two);
                String name = "Name " + round;
                HttpResponse<String> changed =
                        Http.put(writer.server(), "/products/5", "{\"name\": \"" + name + "\", \"price\": 1}");
                assertThat(changed.statusCode()).isEqualTo(200);
                for (CatalogProcess reader : new CatalogProcess[] {one, two}) {
                    assertThat(get(reader, "/products/5").body())
                            .as("the product in round %d", round)
                            .contains(name);
                    assertThat(get(reader, "/products").body())
                            .as("the list in round %d", round)
                            .contains(name);
                }
            }
            assertThat(get(two, "/products").headers().firstValue("X-Cache")).hasValue("HIT");
        }
    }

    @Test
    @Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
    void bothNodesAnswerFromNearCopiesUntilOneMakesAChange(@TempDir Path folder) throws Exception {
        String database = "jdbc:h2:" + folder.resolve("catalog") + ";AUTO_SERVER=TRUE";
        try (RedisProcess redis = RedisProcess.start();
                CatalogProcess one = node("near", redis, database, "CREATE");
                CatalogProcess two = node("near", redis, database, "NONE")) {
            for (int round = 1; round <= ROUNDS; round++) {
                awaitNearHit(one);
                awaitNearHit(two);
                String name = "Name " + round;
                assertThat(Http.put(one.server(), "/products/5", "{\"name\": \"" + name + "\", \"price\": 1}")
                                .statusCode())
                        .isEqualTo(200);
                long changed = System.nanoTime();
                assertThat(get(one, "/products/5").body()).contains(name);
                while (!get(two, "/products/5").body().contains(name)) {
                    assertThat(Duration.ofNanos(System.nanoTime() - changed)).isLessThan(MAXIMUM_LAG);
                }
            }
        }
    }

    private static void awaitNearHit(CatalogProcess node) throws Exception {
        String status;
        do {
            status = get(node, "/products/5")
                    .headers()
                    .firstValue("Cache-Status")
                    .orElseThrow();
        } while (!status.endsWith("; detail=near"));
        assertThat(status).startsWith("HttpCached; hit; ttl=");
    }

    /** Asserts that each node serves the responses that the other node stored. */
    private static void warmUp(CatalogProcess one, CatalogProcess two) throws Exception {
        get(one, "/products/5");
        get(two, "/products/5");
        get(two, "/products");
        get(one, "/products");
    }

    private static HttpResponse<String> get(CatalogProcess node, String path) throws Exception {
        return Http.get(node.server(), path);
    }

    private static CatalogProcess node(String environment, RedisProcess redis, String database, String schema)
            throws Exception {
        return CatalogProcess.start(Map.of(
                "MICRONAUT_ENVIRONMENTS",
                environment,
                "REDIS_URI",
                redis.uri(),
                "CATALOG_DATABASE",
                database,
                "CATALOG_SCHEMA",
                schema));
    }
}
