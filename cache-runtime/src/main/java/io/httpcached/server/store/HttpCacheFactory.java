package io.httpcached.server.store;

import io.httpcached.HttpCache;
import io.httpcached.engine.CacheInvalidator;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Makes the parts of the cache that know nothing of the server. Each can be replaced by a bean of the application. */
@Factory
final class HttpCacheFactory {

    @Singleton
    @Requires(missingBeans = CacheClock.class)
    CacheClock clock() {
        return new CacheClock(Clock.systemUTC());
    }

    @Singleton
    @Bean(typed = {HttpCache.class, CacheInvalidator.class})
    CacheInvalidator invalidator(Stores backends) {
        return new CacheInvalidator(backends::stores);
    }
}
