package io.httpcached.server.management;

import io.httpcached.server.config.HttpCacheConfiguration;
import io.httpcached.server.routing.CachedRoutes;
import io.httpcached.server.store.Stores;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.util.StringUtils;
import jakarta.annotation.PostConstruct;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs at startup how many routes are cached, and in which stores. */
@Context
@Requires(property = HttpCacheConfiguration.PREFIX + ".enabled", notEquals = StringUtils.FALSE)
final class StartupLog {

    private static final Logger LOG = LoggerFactory.getLogger("io.httpcached");

    private static final long KB = 1024;
    private static final long MB = KB * 1024;

    private final CachedRoutes routes;
    private final Stores stores;
    private final HttpCacheConfiguration.Memory memory;

    StartupLog(CachedRoutes routes, Stores stores, HttpCacheConfiguration.Memory memory) {
        this.routes = routes;
        this.stores = stores;
        this.memory = memory;
    }

    @PostConstruct
    void log() {
        int count = routes.uris().size();
        LOG.info(
                "HttpCached: {} cached {}, store {}",
                count,
                count == 1 ? "route" : "routes",
                stores.names().stream().map(this::describe).collect(Collectors.joining(", ")));
    }

    private String describe(String store) {
        return store.equals(HttpCacheConfiguration.MEMORY) ? store + " (" + size(memory.getMaximumSize()) + ")" : store;
    }

    private static String size(long bytes) {
        if (bytes % MB == 0) {
            return bytes / MB + " MB";
        }
        return bytes % KB == 0 ? bytes / KB + " KB" : bytes + " bytes";
    }
}
