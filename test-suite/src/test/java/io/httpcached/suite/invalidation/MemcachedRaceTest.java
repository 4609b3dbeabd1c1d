package io.httpcached.suite.invalidation;

import io.httpcached.suite.backend.MemcachedServers;
import io.httpcached.suite.backend.OpenStores;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

@SuppressWarnings("NullAway.Init") // JUnit opens the store before all else.
class MemcachedRaceTest extends RaceContract {

    private static final OpenStores STORES = new OpenStores();

    private static Nodes nodes;

    @BeforeAll
    static void open() {
        Map<String, Object> properties = new HashMap<>(MemcachedServers.properties(MemcachedServers.shared()));
        properties.put("http-cache.memcached.request-timeout", "20s");
        nodes = new RemoteNodes(STORES.open("memcached", properties));
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
