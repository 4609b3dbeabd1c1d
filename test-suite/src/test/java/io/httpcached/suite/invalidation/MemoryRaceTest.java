package io.httpcached.suite.invalidation;

class MemoryRaceTest extends RaceContract {

    @Override
    Nodes nodes() {
        return new MemoryNodes();
    }

    /** They cost next to nothing here. */
    @Override
    int overlappingRaces() {
        return 4_000;
    }
}
