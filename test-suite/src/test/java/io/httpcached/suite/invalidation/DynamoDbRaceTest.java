package io.httpcached.suite.invalidation;

import io.httpcached.suite.backend.OpenStores;

class DynamoDbRaceTest extends RaceContract {

    @Override
    Nodes open(OpenStores stores) {
        return new RemoteNodes(SharedBackend.DYNAMODB.open(stores));
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
