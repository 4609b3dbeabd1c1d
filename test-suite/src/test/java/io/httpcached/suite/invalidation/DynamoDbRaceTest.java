package io.httpcached.suite.invalidation;

import io.httpcached.suite.backend.DynamoDbServers;
import io.httpcached.suite.backend.OpenStores;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

@SuppressWarnings("NullAway.Init") // JUnit opens the store before all else.
class DynamoDbRaceTest extends RaceContract {

    private static final OpenStores STORES = new OpenStores();

    private static Nodes nodes;

    @BeforeAll
    static void open() {
        Map<String, Object> properties =
                DynamoDbServers.properties(DynamoDbServers.shared(), "races-" + UUID.randomUUID());
        properties.put("http-cache.dynamodb.create-table", true);
        properties.put("http-cache.dynamodb.request-timeout", "20s");
        nodes = new RemoteNodes(STORES.open("dynamodb", properties));
    }

    @AfterAll
    static void close() {
        STORES.close();
    }

    @Override
    Nodes nodes() {
        return nodes;
    }

    /** The server for developers does some thousand operations a second. */
    @Override
    int scenariosToAnOrder() {
        return Scenario.values().length;
    }

    @Override
    int overlappingRaces() {
        return 25;
    }
}
