package io.httpcached.suite.invalidation;

import io.httpcached.suite.backend.OpenStores;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

@SuppressWarnings("NullAway.Init") // JUnit opens the store before all else.
class MicronautCacheRaceTest extends RaceContract {

    private static final OpenStores STORES = new OpenStores();

    private static Nodes nodes;

    @BeforeAll
    static void open() {
        Map<String, Object> properties = Map.of("micronaut.caches.pages.maximum-size", 1_000_000);
        nodes = new RemoteNodes(STORES.open("pages", properties));
    }

    @AfterAll
    static void close() {
        STORES.close();
    }

    @Override
    Nodes nodes() {
        return nodes;
    }

    @Override
    boolean ages() {
        return false;
    }
}
