package io.httpcached.suite.invalidation;

import io.httpcached.suite.backend.OpenStores;
import java.util.Map;

/** Tests a cache of Caffeine, which exists in one process only, so the nodes share this cache. */
class MicronautCacheRaceTest extends RaceContract {

    @Override
    Nodes open(OpenStores stores) {
        return new RemoteNodes(stores.open("pages", Map.of("micronaut.caches.pages.maximum-size", 1_000_000)));
    }

    @Override
    boolean supportsSoftInvalidation() {
        return false;
    }
}
