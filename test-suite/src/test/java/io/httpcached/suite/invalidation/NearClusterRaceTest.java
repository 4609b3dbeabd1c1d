package io.httpcached.suite.invalidation;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.suite.backend.OpenStores;
import io.httpcached.suite.backend.RedisCluster;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;

/** Tests nodes with near copies of entries in a Redis Cluster, where several servers report the changes of one entry. */
@SuppressWarnings("NullAway.Init") // JUnit opens the nodes before all else.
class NearClusterRaceTest extends RaceContract {

    private final RedisCluster cluster = RedisCluster.start();
    private NearNodes near;

    @AfterAll
    void stopCluster() {
        assertThat(near.nearHits()).isPositive();
        cluster.close();
    }

    @Override
    Nodes open(OpenStores stores) {
        near = new NearNodes(
                stores.open("redis", Map.of("redis.uris", cluster.uris(), "http-cache.redis.command-timeout", "20s")));
        return near;
    }

    @Override
    int scenariosPerOrder() {
        return Scenario.values().length;
    }

    @Override
    int overlappingRaces() {
        return 100;
    }
}
