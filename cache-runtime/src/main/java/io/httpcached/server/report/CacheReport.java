package io.httpcached.server.report;

import io.httpcached.engine.broadcast.BroadcastStatistics;
import io.httpcached.engine.near.NearStatistics;
import io.httpcached.engine.remote.RemoteStatistics;
import io.micronaut.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Reports cache statistics and explains decisions. Injectable. Thread-safe. */
public interface CacheReport {

    /**
     * The size of the memory store.
     *
     * @param entries the approximate number of entries
     * @param bytes the approximate size of all entries
     * @param maximumBytes the size from which entries are evicted
     * @param evictions the number of entries that were evicted since startup
     */
    record MemoryTotals(long entries, long bytes, long maximumBytes, long evictions) {}

    /**
     * Returns whether the cache answers requests and stores responses.
     *
     * @return false if {@code http-cache.enabled} is false, so that this node only invalidates
     */
    boolean isEnabled();

    /** {@return the cached routes, ordered by URI} */
    List<RouteReport> routes();

    /** {@return the state of the memory store; all numbers are zero if no route uses it} */
    MemoryTotals memory();

    /**
     * Returns the state of the broadcast between the memory stores of nodes.
     *
     * @return the state, or null without {@code http-cache.memory.broadcast}
     */
    @Nullable
    BroadcastStatistics broadcast();

    /** {@return the statistics of the remote stores, by name} */
    Map<String, RemoteStatistics> backends();

    /** {@return the state of the copies that this node keeps, by the name of the remote store} */
    Map<String, NearStatistics> copies();

    /** {@return the caches in {@code http-cache.caches}, by name} */
    List<FunctionCacheReport> caches();

    /** {@return the state of the requests in {@code http-cache.warm}, in the order of the configuration} */
    List<WarmingReport> warming();

    /**
     * Explains the decision of the cache about a request. No filter and no handler runs, and nothing is counted.
     *
     * @param request the request, as the filters before the cache would pass it on
     * @return the decision and its cause
     */
    CompletableFuture<RequestReport> explain(HttpRequest<?> request);
}
