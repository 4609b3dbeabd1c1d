package io.httpcached.suite.invalidation;

import io.httpcached.suite.backend.OpenStores;

class RedisRaceTest extends RaceContract {

    @Override
    Nodes open(OpenStores stores) {
        return new RemoteNodes(SharedBackend.REDIS.open(stores));
    }
}
