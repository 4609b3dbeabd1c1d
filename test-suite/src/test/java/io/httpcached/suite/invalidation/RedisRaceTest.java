package io.httpcached.suite.invalidation;

import io.httpcached.suite.backend.OpenStores;
import io.httpcached.suite.backend.RedisServers;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

@SuppressWarnings("NullAway.Init") // JUnit opens the store before all else.
class RedisRaceTest extends RaceContract {

    private static final OpenStores STORES = new OpenStores();

    private static Nodes nodes;

    @BeforeAll
    static void open() {
        Map<String, Object> properties = RedisServers.properties(RedisServers.shared());
        nodes = new RemoteNodes(STORES.open("redis", properties));
    }

    @AfterAll
    static void close() {
        STORES.close();
    }

    @Override
    Nodes nodes() {
        return nodes;
    }
}
