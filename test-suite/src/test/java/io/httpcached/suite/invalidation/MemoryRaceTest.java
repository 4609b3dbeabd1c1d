package io.httpcached.suite.invalidation;

import io.httpcached.suite.backend.OpenStores;

class MemoryRaceTest extends RaceContract {

    @Override
    Nodes open(OpenStores stores) {
        return new MemoryNodes();
    }

    /** They cost next to nothing here. */
    @Override
    int overlappingRaces() {
        return 1_000;
    }
}
