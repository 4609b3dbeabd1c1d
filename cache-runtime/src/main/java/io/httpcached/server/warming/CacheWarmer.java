package io.httpcached.server.warming;

import io.httpcached.WarmedUri;
import io.httpcached.WarmedUri.Result;
import io.httpcached.engine.Warmer;
import io.httpcached.server.config.CacheEnabled;
import io.httpcached.server.config.WarmedRequest;
import io.httpcached.server.config.WarmingConfiguration;
import io.httpcached.server.report.WarmingReport;
import io.httpcached.server.request.WarmingRequest;
import io.httpcached.server.store.CacheClock;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.http.context.ServerRequestContext;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.annotation.PostConstruct;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Warms the cache: at startup and after all entries were invalidated as configured, and on demand. It is created at startup, so
 * that a path that cannot be warmed fails startup. Thread-safe.
 */
@Context
@Requires(condition = CacheEnabled.class)
public final class CacheWarmer implements Warmer, ApplicationEventListener<ServerStartupEvent> {

    private static final Logger LOG = LoggerFactory.getLogger("io.httpcached");

    private final List<WarmedRequest> configured;
    private final WarmedRoutes routes;
    private final WarmingRunner runner;
    private final WarmingQueue queue;
    private final CacheClock clock;
    private final Map<WarmedRequest, Ended> ended = new ConcurrentHashMap<>();

    private record Ended(WarmedUri result, Instant at) {}

    CacheWarmer(
            WarmingConfiguration settings,
            WarmingConfiguration.Limits limits,
            WarmedRoutes routes,
            WarmingRunner runner,
            CacheClock clock) {
        this.configured = settings.requests();
        this.routes = routes;
        this.runner = runner;
        this.queue = new WarmingQueue(limits.getMaxConcurrent(), runner::start);
        this.clock = clock;
    }

    @PostConstruct
    void check() {
        for (WarmedRequest request : configured) {
            String reason = routes.rejection(request, -1);
            if (reason != null) {
                throw new ConfigurationException(
                        WarmingConfiguration.PROPERTY + " must name paths of cached routes, but " + request.uri()
                                + " cannot be warmed: " + reason + '.');
            }
        }
    }

    @Override
    public void onApplicationEvent(ServerStartupEvent event) {
        warmConfigured();
    }

    /** {@inheritDoc} Each node has its own order, so that nodes that start together find what the others have stored. */
    @Override
    public void warmConfigured() {
        if (configured.isEmpty()) {
            return;
        }
        List<WarmedRequest> shuffled = new ArrayList<>(configured);
        Collections.shuffle(shuffled);
        List<CompletableFuture<WarmedUri>> results = shuffled.stream()
                .map(request -> queue.add(request).whenComplete((result, never) -> record(request, result)))
                .toList();
        var unused = allOf(results).thenAccept(CacheWarmer::log);
    }

    @Override
    public boolean isWarming() {
        return ServerRequestContext.currentRequest()
                .filter(WarmingRequest::isIn)
                .isPresent();
    }

    @Override
    public CompletableFuture<List<WarmedUri>> warm(Collection<String> uris) {
        List<WarmedRequest> requests = uris.stream().map(WarmedRequest::of).toList();
        return allOf(requests.stream().map(this::warm).toList());
    }

    /** {@return the state of the configured requests, in the order of the configuration} */
    public List<WarmingReport> report() {
        return configured.stream().map(this::report).toList();
    }

    private CompletableFuture<WarmedUri> warm(WarmedRequest request) {
        String reason = routes.rejection(request, runner.port());
        return reason == null
                ? queue.add(request)
                : CompletableFuture.completedFuture(new WarmedUri(request.uri().toString(), Result.NOT_STORED, reason));
    }

    private WarmingReport report(WarmedRequest request) {
        @Nullable Ended last = ended.get(request);
        return new WarmingReport(
                request.uri().toString(),
                request.headers(),
                last == null ? null : last.result(),
                last == null ? null : last.at());
    }

    private void record(WarmedRequest request, WarmedUri result) {
        ended.put(request, new Ended(result, clock.clock().instant()));
    }

    private static CompletableFuture<List<WarmedUri>> allOf(List<CompletableFuture<WarmedUri>> results) {
        return CompletableFuture.allOf(results.toArray(CompletableFuture[]::new))
                .thenApply(done -> results.stream().map(CompletableFuture::join).toList());
    }

    private static void log(List<WarmedUri> results) {
        List<WarmedUri> missing =
                results.stream().filter(result -> result.reason() != null).toList();
        if (missing.isEmpty()) {
            LOG.info("HttpCached: warmed {} paths", results.size());
        } else {
            LOG.warn(
                    "HttpCached: warmed {} of {} paths. Not stored: {}",
                    results.size() - missing.size(),
                    results.size(),
                    missing.stream()
                            .map(result -> result.uri() + " (" + result.reason() + ')')
                            .toList());
        }
    }
}
