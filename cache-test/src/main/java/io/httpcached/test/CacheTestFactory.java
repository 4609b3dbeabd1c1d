package io.httpcached.test;

import io.httpcached.server.store.CacheClock;
import io.httpcached.server.store.CacheRandom;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Secondary;
import jakarta.inject.Singleton;

/** Replaces the clock and the random numbers of the cache, unless the application has some of its own. */
@Factory
final class CacheTestFactory {

    @Singleton
    @Secondary
    CacheClock cacheClock(CacheTestClock clock) {
        return new CacheClock(clock.clock());
    }

    /** Takes nothing away from lifetimes, so that a test of a route with jitter knows when an entry ends. */
    @Singleton
    @Secondary
    CacheRandom cacheRandom() {
        return new CacheRandom(bound -> 0);
    }
}
