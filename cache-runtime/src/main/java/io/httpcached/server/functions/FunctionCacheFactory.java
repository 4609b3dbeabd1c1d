package io.httpcached.server.functions;

import io.httpcached.core.LifetimeShare;
import io.httpcached.engine.InvalidationTime;
import io.httpcached.engine.ResultStore;
import io.httpcached.engine.Tags;
import io.httpcached.server.config.FunctionCacheConfiguration;
import io.httpcached.server.config.HttpCacheConfiguration;
import io.httpcached.server.config.InvalidationConfiguration;
import io.httpcached.server.config.LifetimeConfiguration;
import io.httpcached.server.report.FunctionCacheReport;
import io.httpcached.server.store.Stores;
import io.micronaut.cache.SyncCache;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.EachBean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.json.JsonMapper;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;

/** Creates the caches in {@code http-cache.caches}. */
@Factory
@Requires(classes = {SyncCache.class, JsonMapper.class})
final class FunctionCacheFactory {

    private final HttpCacheConfiguration settings;
    private final ApplicationContext context;

    FunctionCacheFactory(HttpCacheConfiguration settings, ApplicationContext context) {
        this.settings = settings;
        this.context = context;
    }

    @EachBean(FunctionCacheConfiguration.class)
    FunctionCache cache(
            FunctionCacheConfiguration cache,
            InvalidationConfiguration invalidation,
            LifetimeConfiguration lifetimes,
            BeanProvider<Stores> stores,
            Optional<InvalidationTime> time,
            JsonMapper mapper,
            @Named(TaskExecutors.IO) ExecutorService executor) {
        checkName(cache.getName());
        String own = cache.getBackend();
        String where = own == null ? HttpCacheConfiguration.PREFIX + ".backend" : cache.property("backend");
        String backend = own == null ? settings.getBackend() : own;
        Duration ttl = ttl(cache);
        LifetimeShare jitter = jitter(cache, lifetimes);
        ResultStore store =
                invalidation.isEnabled() ? stores.get().results(where, backend, ttl, jitter, tags(cache)) : null;
        FunctionResults results = new FunctionResults(
                cache.getName(),
                store,
                new ResultCodec(cache.getName(), mapper),
                invalidation.isAfterCommit() ? time.orElse(InvalidationTime.NOW) : InvalidationTime.NOW,
                settings.isEnabled());
        return new FunctionCache(
                results,
                new FunctionRuns(settings.getCollapseTimeout()),
                executor,
                totals -> new FunctionCacheReport(
                        cache.getName(),
                        backend,
                        ttl.toSeconds(),
                        jitter.equals(LifetimeShare.NONE) ? null : jitter.toString(),
                        cache.getTags(),
                        totals.hits(),
                        totals.misses(),
                        totals.stored()));
    }

    /** micronaut-cache would use one of two caches with the same name. */
    private void checkName(String name) {
        for (String other : List.of("micronaut.caches." + name, "redis.caches." + name)) {
            if (context.containsProperties(other)) {
                throw new ConfigurationException(FunctionCacheConfiguration.PREFIX + '.' + name + " and " + other
                        + " configure caches with the same name. Rename or remove one of them.");
            }
        }
    }

    private Duration ttl(FunctionCacheConfiguration cache) {
        @Nullable Duration ttl = cache.getTtl() == null ? settings.getDefaultTtl() : cache.getTtl();
        if (ttl == null || ttl.toSeconds() < 1) {
            throw new ConfigurationException(
                    cache.property("ttl")
                            + " must be a duration of at least a second, such as 10m, because http-cache.default-ttl sets none.");
        }
        return ttl;
    }

    private static LifetimeShare jitter(FunctionCacheConfiguration cache, LifetimeConfiguration general) {
        @Nullable LifetimeShare jitter = cache.getJitter() == null ? general.getJitter() : cache.getJitter();
        return jitter == null ? LifetimeShare.NONE : jitter;
    }

    private static List<String> tags(FunctionCacheConfiguration cache) {
        List<String> tags = new ArrayList<>(List.of(Tags.ALL, Tags.cache(cache.getName())));
        cache.getTags().forEach(tag -> tags.add(Tags.named(tag)));
        return tags;
    }
}
