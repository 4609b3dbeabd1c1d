package io.httpcached.suite.invalidation;

import io.httpcached.suite.backend.OpenStores;
import java.util.Map;

/** Over Caffeine, whose caches live in one process: the nodes share one cache. */
class MicronautCacheRaceTest extends RaceContract {

    @Override
    Nodes open(OpenStores stores) {
        return new RemoteNodes(stores.open("pages", Map.of("micronaut.caches.pages.maximum-size", 1_000_000)));
    }

    @Override
    boolean ages() {
        return false;
    }
}
