package io.httpcached.suite.invalidation;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.suite.backend.OpenStores;
import org.junit.jupiter.api.AfterAll;

/** Tests nodes with near copies of entries in Redis. */
@SuppressWarnings("NullAway.Init") // JUnit opens the nodes before all else.
class NearRaceTest extends RaceContract {

    private NearNodes near;

    @Override
    Nodes open(OpenStores stores) {
        near = new NearNodes(SharedBackend.REDIS.open(stores));
        return near;
    }

    @AfterAll
    void copiesAnsweredLookups() {
        assertThat(near.nearHits()).isPositive();
    }
}
