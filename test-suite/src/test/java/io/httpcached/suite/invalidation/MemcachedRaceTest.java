package io.httpcached.suite.invalidation;

import io.httpcached.suite.backend.OpenStores;

class MemcachedRaceTest extends RaceContract {

    @Override
    Nodes open(OpenStores stores) {
        return new RemoteNodes(SharedBackend.MEMCACHED.open(stores));
    }
}
