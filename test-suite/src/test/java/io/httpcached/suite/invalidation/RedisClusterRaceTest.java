package io.httpcached.suite.invalidation;

import io.httpcached.suite.backend.OpenStores;
import io.httpcached.suite.backend.RedisCluster;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** An entry and its generations are on several servers there, and are not read in one step. */
@SuppressWarnings("NullAway.Init") // JUnit starts the cluster before all else.
class RedisClusterRaceTest extends RaceContract {

    private static final OpenStores STORES = new OpenStores();

    private static RedisCluster cluster;
    private static Nodes nodes;

    @BeforeAll
    static void open() {
        cluster = RedisCluster.start();
        nodes = new RemoteNodes(STORES.open("redis", Map.of("redis.uris", cluster.uris())));
    }

    @AfterAll
    static void close() {
        STORES.close();
        cluster.close();
    }

    @Override
    Nodes nodes() {
        return nodes;
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
