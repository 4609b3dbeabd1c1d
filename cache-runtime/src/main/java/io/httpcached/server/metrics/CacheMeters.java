package io.httpcached.server.metrics;

import io.httpcached.engine.CacheInvalidator;
import io.httpcached.engine.InvalidationCounters;
import io.httpcached.engine.InvalidationCounters.Kind;
import io.httpcached.engine.InvalidationCounters.Origin;
import io.httpcached.engine.InvalidationMode;
import io.httpcached.server.config.InvalidationEnabled;
import io.httpcached.server.interceptor.ControllerMethod;
import io.httpcached.server.report.CacheReport;
import io.httpcached.server.report.FunctionCacheReport;
import io.httpcached.server.routing.CachedRoutes;
import io.httpcached.server.routing.ResolvedRoute;
import io.httpcached.server.store.Stores;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micronaut.configuration.metrics.annotation.RequiresMetrics;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.util.StringUtils;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Registers the meters of the cache when the server has started, because routes and stores are known then. Their names begin with
 * {@code http.cache}, and their tags have templates and names of the application, never values of requests.
 */
@Singleton
@RequiresMetrics
@Requires(property = CacheMeters.ENABLED, notEquals = StringUtils.FALSE)
@Requires(condition = InvalidationEnabled.class)
final class CacheMeters {

    static final String ENABLED = "micronaut.metrics.binders.httpcached.enabled";

    private final MeterRegistry registry;
    private final CacheReport report;
    private final Stores stores;
    private final InvalidationCounters invalidations;

    /** In a field, because meters refer to them weakly. */
    private final List<RouteMeters> routes;

    CacheMeters(
            MeterRegistry registry,
            CachedRoutes routes,
            CacheReport report,
            Stores stores,
            CacheInvalidator invalidator) {
        this.registry = registry;
        this.report = report;
        this.stores = stores;
        this.invalidations = invalidator.counters();
        this.routes = meters(registry, routes);
    }

    @EventListener
    void register(ServerStartupEvent started) {
        routes.forEach(RouteMeters::register);
        registerStores();
        for (Kind kind : Kind.values()) {
            for (Origin origin : Origin.values()) {
                for (InvalidationMode mode : InvalidationMode.values()) {
                    registerInvalidations(kind, origin, mode);
                }
            }
        }
        Gauge.builder("http.cache.waiting", stores, Stores::waiting)
                .description("The requests that wait for the handler run of another request")
                .register(registry);
        Gauge.builder("http.cache.refreshing", stores, Stores::refreshing)
                .description("The background refreshes that are under way")
                .register(registry);
    }

    private static List<RouteMeters> meters(MeterRegistry registry, CachedRoutes routes) {
        Map<Tags, List<ResolvedRoute>> byTags = new LinkedHashMap<>();
        routes.uris().forEach((route, uris) -> byTags.computeIfAbsent(tags(route, uris), first -> new ArrayList<>())
                .add(route));
        return byTags.entrySet().stream()
                .map(each -> new RouteMeters(registry, each.getKey(), each.getValue()))
                .toList();
    }

    private static Tags tags(ResolvedRoute route, Set<String> uris) {
        ControllerMethod method = route.route().method();
        return Tags.of(
                "uri", String.join(", ", uris), "route", method.controller().getSimpleName() + '.' + method.name());
    }

    private void registerStores() {
        StoreMeters meters = new StoreMeters(registry, report);
        if (stores.memory() != null) {
            meters.registerMemory();
        }
        report.backends().keySet().forEach(meters::registerRemote);
        report.caches().stream().map(FunctionCacheReport::name).forEach(meters::registerFunctions);
    }

    private void registerInvalidations(Kind kind, Origin origin, InvalidationMode mode) {
        FunctionCounter.builder("http.cache.invalidations", invalidations, all -> all.sum(kind, origin, mode))
                .tags(
                        "kind",
                        text(kind),
                        "origin",
                        text(origin),
                        "soft",
                        String.valueOf(mode == InvalidationMode.MARK_STALE))
                .description("The invalidations by this node, one for each tag")
                .register(registry);
    }

    private static String text(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
