package io.httpcached.server.metrics;

import io.httpcached.engine.broadcast.BroadcastStatistics;
import io.httpcached.engine.near.NearStatistics;
import io.httpcached.engine.remote.RemoteStatistics;
import io.httpcached.engine.remote.RemoteStatistics.Operations;
import io.httpcached.server.report.CacheReport;
import io.httpcached.server.report.CacheReport.MemoryTotals;
import io.httpcached.server.report.FunctionCacheReport;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** The meters of the stores and of the caches for functions. Each value is read when the registry asks for it. Thread-safe. */
final class StoreMeters {

    private static final String STORE = "store";
    private static final String MEMORY = "memory";

    private final MeterRegistry registry;
    private final CacheReport report;

    StoreMeters(MeterRegistry registry, CacheReport report) {
        this.registry = registry;
        this.report = report;
    }

    /** Registers the meters of the memory store. */
    void registerMemory() {
        Tags tags = Tags.of(STORE, MEMORY);
        gauge("http.cache.entries", tags, memory(MemoryTotals::entries), "The approximate number of entries");
        bytes("http.cache.size", tags, memory(MemoryTotals::bytes), "The approximate size of all entries");
        bytes(
                "http.cache.maximum.size",
                tags,
                memory(MemoryTotals::maximumBytes),
                "The size from which entries are evicted");
        counter(
                "http.cache.evictions",
                tags,
                memory(MemoryTotals::evictions),
                "The entries that were evicted to make room");
        if (report.broadcast() != null) {
            registerBroadcast(tags);
        }
    }

    private void registerBroadcast(Tags tags) {
        gauge(
                "http.cache.broadcast.live",
                tags,
                broadcast(state -> state.live() ? 1 : 0),
                "1 if this node knows that it hears the invalidations of other nodes");
        counter(
                "http.cache.broadcast.drops",
                tags,
                broadcast(BroadcastStatistics::drops),
                "The times that all entries were dropped, because invalidations may have been missed");
        unconfirmed(tags, broadcast(BroadcastStatistics::unconfirmedInvalidations));
    }

    /**
     * Registers the meters of a remote store.
     *
     * @param name the name of the store
     */
    void registerRemote(String name) {
        Tags tags = Tags.of(STORE, name);
        gauge(
                "http.cache.store.available",
                tags,
                remote(name, state -> state.available() ? 1 : 0),
                "1 if the store answers, as far as is known");
        bytes(
                "http.cache.store.pending",
                tags,
                remote(name, RemoteStatistics::pendingWriteBytes),
                "The size of the entries that are being written");
        unconfirmed(tags, remote(name, RemoteStatistics::unconfirmedInvalidations));
        loss(tags, "dropped", remote(name, RemoteStatistics::writesDropped));
        loss(tags, "failed", remote(name, RemoteStatistics::writesFailed));
        loss(tags, "too-large", remote(name, RemoteStatistics::entriesTooLarge));
        loss(tags, "not-understood", remote(name, RemoteStatistics::entriesNotUnderstood));
        timer("http.cache.store.reads", name, RemoteStatistics::reads, "The reads of a remote store");
        timer("http.cache.store.writes", name, RemoteStatistics::writes, "The writes to a remote store");
        if (report.copies().containsKey(name)) {
            registerCopies(name, tags);
        }
    }

    private void registerCopies(String name, Tags tags) {
        gauge(
                "http.cache.near.usable",
                tags,
                near(name, state -> state.usable() ? 1 : 0),
                "1 if copies answer lookups");
        gauge("http.cache.near.entries", tags, near(name, NearStatistics::entries), "The approximate number of copies");
        bytes("http.cache.near.size", tags, near(name, NearStatistics::bytes), "The approximate size of all copies");
        counter(
                "http.cache.near.gaps",
                tags,
                near(name, NearStatistics::gaps),
                "The times that all copies were given up, because changes may have been missed");
    }

    /**
     * Registers the meters of a cache for functions.
     *
     * @param name the name of the cache
     */
    void registerFunctions(String name) {
        call(name, "hit", FunctionCacheReport::hits);
        call(name, "miss", FunctionCacheReport::misses);
        counter(
                "http.cache.function.stored",
                Tags.of("cache", name),
                function(name, FunctionCacheReport::stored),
                "The results of functions that were stored");
    }

    private void call(String name, String result, ToLongFunction<FunctionCacheReport> count) {
        counter(
                "http.cache.function.calls",
                Tags.of("cache", name, "result", result),
                function(name, count),
                "The calls of cached functions");
    }

    private void loss(Tags tags, String cause, ToDoubleFunction<CacheReport> count) {
        counter(
                "http.cache.store.lost",
                tags.and("cause", cause),
                count,
                "The entries that were not written or not usable");
    }

    private void unconfirmed(Tags tags, ToDoubleFunction<CacheReport> count) {
        gauge(
                "http.cache.invalidations.unconfirmed",
                tags,
                count,
                "The tags whose invalidation has not reached the store or the other nodes yet");
    }

    private void timer(
            String name, String store, Function<RemoteStatistics, Operations> operations, String description) {
        FunctionTimer.builder(
                        name,
                        report,
                        state -> of(
                                state.backends().get(store),
                                each -> operations.apply(each).count()),
                        state -> of(
                                state.backends().get(store),
                                each -> operations.apply(each).nanos()),
                        TimeUnit.NANOSECONDS)
                .tags(STORE, store)
                .description(description)
                .register(registry);
    }

    private void gauge(String name, Tags tags, ToDoubleFunction<CacheReport> value, String description) {
        Gauge.builder(name, report, value).tags(tags).description(description).register(registry);
    }

    private void bytes(String name, Tags tags, ToDoubleFunction<CacheReport> value, String description) {
        Gauge.builder(name, report, value)
                .tags(tags)
                .baseUnit("bytes")
                .description(description)
                .register(registry);
    }

    private void counter(String name, Tags tags, ToDoubleFunction<CacheReport> value, String description) {
        FunctionCounter.builder(name, report, value)
                .tags(tags)
                .description(description)
                .register(registry);
    }

    private static ToDoubleFunction<CacheReport> memory(ToLongFunction<MemoryTotals> value) {
        return report -> value.applyAsLong(report.memory());
    }

    private static ToDoubleFunction<CacheReport> broadcast(ToLongFunction<BroadcastStatistics> value) {
        return report -> of(report.broadcast(), value);
    }

    private static ToDoubleFunction<CacheReport> remote(String name, ToLongFunction<RemoteStatistics> value) {
        return report -> of(report.backends().get(name), value);
    }

    private static ToDoubleFunction<CacheReport> near(String name, ToLongFunction<NearStatistics> value) {
        return report -> of(report.copies().get(name), value);
    }

    private static ToDoubleFunction<CacheReport> function(String name, ToLongFunction<FunctionCacheReport> value) {
        return report -> report.caches().stream()
                .filter(cache -> cache.name().equals(name))
                .mapToLong(value)
                .sum();
    }

    private static <T> long of(@Nullable T state, ToLongFunction<T> value) {
        return state == null ? 0 : value.applyAsLong(state);
    }
}
