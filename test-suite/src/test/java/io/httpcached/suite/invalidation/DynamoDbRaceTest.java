package io.httpcached.suite.invalidation;

import io.httpcached.suite.backend.OpenStores;

class DynamoDbRaceTest extends RaceContract {

    @Override
    Nodes open(OpenStores stores) {
        return new RemoteNodes(SharedBackend.DYNAMODB.open(stores));
    }

    /** DynamoDB Local handles only a few thousand operations per second. */
    @Override
    int scenariosPerOrder() {
        return Scenario.values().length;
    }

    @Override
    int overlappingRaces() {
        return 25;
    }
}
