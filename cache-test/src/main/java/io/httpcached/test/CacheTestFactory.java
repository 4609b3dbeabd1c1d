package io.httpcached.test;

import io.httpcached.server.store.CacheClock;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Secondary;
import jakarta.inject.Singleton;

/** Replaces the clock of the cache, unless the application has one of its own. */
@Factory
final class CacheTestFactory {

    @Singleton
    @Secondary
    CacheClock cacheClock(CacheTestClock clock) {
        return new CacheClock(clock.clock());
    }
}
