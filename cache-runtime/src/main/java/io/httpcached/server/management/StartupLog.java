package io.httpcached.server.management;

import io.httpcached.server.config.HttpCacheConfiguration;
import io.httpcached.server.config.InvalidationConfiguration;
import io.httpcached.server.config.MemoryConfiguration;
import io.httpcached.server.routing.CachedRoutes;
import io.httpcached.server.store.Stores;
import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Context;
import jakarta.annotation.PostConstruct;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs at startup how many routes are cached, and in which stores, or what is switched off. */
@Context
final class StartupLog {

    private static final Logger LOG = LoggerFactory.getLogger("io.httpcached");

    private static final long KB = 1024;
    private static final long MB = KB * 1024;

    private final HttpCacheConfiguration settings;
    private final InvalidationConfiguration invalidation;
    private final BeanProvider<CachedRoutes> routes;
    private final BeanProvider<Stores> stores;
    private final MemoryConfiguration memory;

    StartupLog(
            HttpCacheConfiguration settings,
            InvalidationConfiguration invalidation,
            BeanProvider<CachedRoutes> routes,
            BeanProvider<Stores> stores,
            MemoryConfiguration memory) {
        this.settings = settings;
        this.invalidation = invalidation;
        this.routes = routes;
        this.stores = stores;
        this.memory = memory;
    }

    @PostConstruct
    void log() {
        if (settings.isEnabled()) {
            int count = routes.get().uris().size();
            LOG.info("HttpCached: {} cached {}, store {}", count, count == 1 ? "route" : "routes", describeStores());
        } else if (invalidation.isEnabled()) {
            LOG.info(
                    "HttpCached: no cached routes, because http-cache.enabled is false; requests and HttpCache invalidate in"
                            + " store {}",
                    describeStores());
        } else {
            LOG.info("HttpCached: no cached routes and no invalidations, because http-cache.enabled and"
                    + " http-cache.invalidation.enabled are false");
        }
    }

    private String describeStores() {
        // The routes open the stores that they name.
        routes.get();
        return stores.get().names().stream().map(this::describe).collect(Collectors.joining(", "));
    }

    private String describe(String store) {
        return store.equals(HttpCacheConfiguration.MEMORY) ? store + " (" + describeMemory() + ")" : store;
    }

    private String describeMemory() {
        String size = size(memory.getMaximumSize());
        return memory.getBroadcast() == null ? size : size + ", invalidations broadcast over " + memory.getBroadcast();
    }

    private static String size(long bytes) {
        if (bytes % MB == 0) {
            return bytes / MB + " MB";
        }
        return bytes % KB == 0 ? bytes / KB + " KB" : bytes + " bytes";
    }
}
