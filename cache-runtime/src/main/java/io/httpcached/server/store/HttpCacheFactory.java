package io.httpcached.server.store;

import io.httpcached.HttpCache;
import io.httpcached.engine.CacheInvalidator;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Provides the clock and the invalidator. The application can replace each of them by a bean of its own. */
@Factory
final class HttpCacheFactory {

    @Singleton
    @Requires(missingBeans = CacheClock.class)
    CacheClock clock() {
        return new CacheClock(Clock.systemUTC());
    }

    @Singleton
    @Bean(typed = {HttpCache.class, CacheInvalidator.class})
    CacheInvalidator invalidator(Stores stores, CachedPaths paths) {
        return new CacheInvalidator(stores::all, paths::mayHaveEntries);
    }
}
