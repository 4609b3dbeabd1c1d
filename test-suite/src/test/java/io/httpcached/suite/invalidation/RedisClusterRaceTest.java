package io.httpcached.suite.invalidation;

import io.httpcached.suite.backend.OpenStores;
import io.httpcached.suite.backend.RedisCluster;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;

/** An entry and its tag versions are on several servers there, and are not read in one step. */
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
    int scenariosToAnOrder() {
        return Scenario.values().length;
    }

    @Override
    int overlappingRaces() {
        return 100;
    }
}
