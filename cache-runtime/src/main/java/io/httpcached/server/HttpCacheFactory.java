package io.httpcached.server;

import io.httpcached.HttpCache;
import io.httpcached.engine.CachePipeline;
import io.httpcached.engine.Compression;
import io.httpcached.engine.EntryStore;
import io.httpcached.engine.Evictor;
import io.httpcached.engine.MemoryEntryStore;
import io.httpcached.engine.PipelineSettings;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.exceptions.ConfigurationException;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/** Makes the parts of the cache that know nothing of the server. Each can be replaced by a bean of the application. */
@Factory
final class HttpCacheFactory {

    @Singleton
    @Requires(missingBeans = CacheClock.class)
    CacheClock clock() {
        return new CacheClock(Clock.systemUTC());
    }

    @Singleton
    @Bean(preDestroy = "close")
    EntryStore store(HttpCacheConfiguration settings, HttpCacheConfiguration.Memory memory, CacheClock clock) {
        if (!settings.getBackend().equals(HttpCacheConfiguration.MEMORY)) {
            throw new ConfigurationException("http-cache.backend: '" + settings.getBackend()
                    + "' is not a backend; the backends are [" + HttpCacheConfiguration.MEMORY + "]");
        }
        return new MemoryEntryStore(memory.getMaximumSize(), clock.clock());
    }

    @Singleton
    CachePipeline pipeline(
            EntryStore store, HttpCacheConfiguration settings, CacheClock clock, Optional<Compression> compression) {
        PipelineSettings patience = new PipelineSettings(settings.getCollapseTimeout(), settings.getKeepStale());
        return new CachePipeline(store, clock.clock(), patience, compression.orElse(Compression.NONE));
    }

    @Singleton
    @Bean(typed = {HttpCache.class, Evictor.class})
    Evictor evictor(EntryStore store) {
        return new Evictor(store);
    }
}
