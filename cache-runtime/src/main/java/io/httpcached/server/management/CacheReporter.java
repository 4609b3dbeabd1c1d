package io.httpcached.server.management;

import io.httpcached.core.CachePolicy;
import io.httpcached.core.LifetimeShare;
import io.httpcached.core.ResponseFields;
import io.httpcached.engine.broadcast.BroadcastStatistics;
import io.httpcached.engine.memory.MemoryEntryStore;
import io.httpcached.engine.near.NearStatistics;
import io.httpcached.engine.remote.RemoteStatistics;
import io.httpcached.server.config.HttpCacheConfiguration;
import io.httpcached.server.config.InvalidationEnabled;
import io.httpcached.server.functions.FunctionCaches;
import io.httpcached.server.report.CacheReport;
import io.httpcached.server.report.FunctionCacheReport;
import io.httpcached.server.report.RequestReport;
import io.httpcached.server.report.RouteReport;
import io.httpcached.server.report.WarmingReport;
import io.httpcached.server.routing.CachedRoutes;
import io.httpcached.server.routing.ResolvedRoute;
import io.httpcached.server.store.Stores;
import io.httpcached.server.warming.CacheWarmer;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Collects the statistics of routes and stores. */
@Singleton
@Requires(condition = InvalidationEnabled.class)
final class CacheReporter implements CacheReport {

    private final CachedRoutes routes;
    private final Stores stores;
    private final RequestExplainer explainer;
    private final HttpCacheConfiguration settings;
    private final Optional<CacheWarmer> warmer;
    private final FunctionCaches caches;

    CacheReporter(
            CachedRoutes routes,
            Stores stores,
            RequestExplainer explainer,
            HttpCacheConfiguration settings,
            Optional<CacheWarmer> warmer,
            FunctionCaches caches) {
        this.routes = routes;
        this.stores = stores;
        this.explainer = explainer;
        this.settings = settings;
        this.warmer = warmer;
        this.caches = caches;
    }

    @Override
    public boolean isEnabled() {
        return settings.isEnabled();
    }

    @Override
    public List<RouteReport> routes() {
        return routes.uris().entrySet().stream()
                .map(each -> report(each.getKey(), List.copyOf(each.getValue())))
                .sorted(Comparator.comparing((RouteReport route) -> String.join(" ", route.uris()))
                        .thenComparing(RouteReport::controller)
                        .thenComparing(RouteReport::method))
                .toList();
    }

    @Override
    public MemoryTotals memory() {
        MemoryEntryStore memory = stores.memory();
        return memory == null
                ? new MemoryTotals(0, 0, 0, 0)
                : new MemoryTotals(memory.size(), memory.bytes(), memory.maximumBytes(), memory.evictions());
    }

    @Override
    public @Nullable BroadcastStatistics broadcast() {
        return stores.broadcast();
    }

    @Override
    public Map<String, RemoteStatistics> backends() {
        return stores.byName();
    }

    @Override
    public Map<String, NearStatistics> copies() {
        return stores.copies();
    }

    @Override
    public List<FunctionCacheReport> caches() {
        return caches.report();
    }

    @Override
    public List<WarmingReport> warming() {
        return warmer.map(CacheWarmer::report).orElse(List.of());
    }

    @Override
    public CompletableFuture<RequestReport> explain(HttpRequest<?> request) {
        return explainer.explain(
                request, route -> report(route, List.copyOf(routes.uris().getOrDefault(route, Set.of()))));
    }

    private static RouteReport report(ResolvedRoute route, List<String> uris) {
        return new RouteReport(
                route.route().method().controller().getName(),
                route.route().method().name(),
                uris,
                route.backend(),
                route.backend().equals(HttpCacheConfiguration.MEMORY) ? null : route.codec(),
                route.namespace(),
                route.near(),
                route.reads().setting(),
                route.reads().learned(),
                route.contributorNames(),
                route.ignored().patterns(),
                lifetimes(route.policy()),
                new RouteReport.Clients(ResponseFields.cacheControl(route.policy()), route.clientTtlReason()),
                route.counters().totals());
    }

    private static RouteReport.Lifetimes lifetimes(CachePolicy policy) {
        Duration ttl = policy.ttl();
        Duration staleAfter = policy.staleAfter();
        return new RouteReport.Lifetimes(
                ttl == null ? null : ttl.toSeconds() + "s",
                text(policy.jitter()),
                text(policy.refreshAhead()),
                staleAfter == null ? null : staleAfter.toMillis() + "ms");
    }

    private static @Nullable String text(LifetimeShare share) {
        return share.equals(LifetimeShare.NONE) ? null : share.toString();
    }
}
