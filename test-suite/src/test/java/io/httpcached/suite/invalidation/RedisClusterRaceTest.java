package io.httpcached.suite.invalidation;

import io.httpcached.suite.backend.OpenStores;
import io.httpcached.suite.backend.RedisCluster;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;

/** Tests a Redis Cluster, where an entry and its tag versions are on several servers and are not read in one step. */
class RedisClusterRaceTest extends RaceContract {

    private final RedisCluster cluster = RedisCluster.start();

    @AfterAll
    void stopCluster() {
        cluster.close();
    }

    @Override
    Nodes open(OpenStores stores) {
        return new RemoteNodes(
                stores.open("redis", Map.of("redis.uris", cluster.uris(), "http-cache.redis.command-timeout", "20s")));
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
