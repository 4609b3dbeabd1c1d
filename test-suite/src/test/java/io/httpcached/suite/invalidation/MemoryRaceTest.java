package io.httpcached.suite.invalidation;

import io.httpcached.suite.backend.OpenStores;

class MemoryRaceTest extends RaceContract {

    @Override
    Nodes open(OpenStores stores) {
        return new MemoryNodes();
    }

    /** Returns a higher number of races, because they are cheap with the memory store. */
    @Override
    int overlappingRaces() {
        return 1_000;
    }
}
