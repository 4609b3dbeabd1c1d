package io.httpcached.server.functions;

import io.httpcached.core.CacheKey;
import io.httpcached.engine.TagSnapshot;
import io.httpcached.server.report.FunctionCacheReport;
import io.micronaut.cache.AsyncCache;
import io.micronaut.cache.SyncCache;
import io.micronaut.core.type.Argument;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A cache of micronaut-cache whose results are in a store of this module. Its methods block until the store has answered, at
 * most for its timeout. Thread-safe.
 */
final class FunctionCache implements SyncCache<Object>, FunctionCacheReport.Source {

    private final FunctionResults results;
    private final FunctionRuns runs;
    private final MissedLookups missed;
    private final AsyncFunctionCache async;
    private final Function<FunctionResults.Totals, FunctionCacheReport> reporter;

    /**
     * Creates a cache.
     *
     * @param results looks up and stores results
     * @param runs collapses equal calls
     * @param executor runs functions whose callers must not be blocked
     * @param reporter adds the settings of the cache to its totals
     */
    FunctionCache(
            FunctionResults results,
            FunctionRuns runs,
            ExecutorService executor,
            Function<FunctionResults.Totals, FunctionCacheReport> reporter) {
        this.reporter = reporter;
        this.results = results;
        this.runs = runs;
        this.missed = new MissedLookups(System::nanoTime);
        this.async = new AsyncFunctionCache(this, results, missed, executor);
    }

    @Override
    public <T> Optional<T> get(Object key, Argument<T> requiredType) {
        FunctionResults.Lookup<T> found = await(results.lookup(key, requiredType));
        CacheKey text = found.key();
        TagSnapshot snapshot = found.snapshot();
        if (found.value() == null && text != null && snapshot != null) {
            missed.addOfThread(text, snapshot);
        }
        return Optional.ofNullable(found.value());
    }

    @Override
    public <T> T get(Object key, Argument<T> requiredType, Supplier<T> supplier) {
        FunctionResults.Lookup<T> found = await(results.lookup(key, requiredType));
        T value = found.value();
        if (value != null) {
            return value;
        }
        CacheKey text = found.key();
        TagSnapshot snapshot = found.snapshot();
        if (text == null || snapshot == null) {
            return supplier.get();
        }
        return runs.run(
                text,
                snapshot,
                requiredType,
                (earlier, later) -> results.isUnchanged(text, earlier, later),
                () -> runAndStore(text, snapshot, supplier));
    }

    private <T> T runAndStore(CacheKey key, TagSnapshot before, Supplier<T> supplier) {
        T value = supplier.get();
        if (value != null) {
            await(results.store(key, value, before));
        }
        return value;
    }

    @Override
    public <T> Optional<T> putIfAbsent(Object key, T value) {
        Optional<T> present = get(key, typeOf(value));
        if (present.isEmpty()) {
            put(key, value);
        }
        return present;
    }

    @Override
    public void put(Object key, @Nullable Object value) {
        CacheKey text = results.key(key);
        if (text != null) {
            await(results.put(text, value, missed.takeOfThread(text)));
        }
    }

    @Override
    public void invalidate(Object key) {
        CacheKey text = results.key(key);
        if (text != null) {
            await(results.invalidate(text));
        }
    }

    @Override
    public void invalidateAll() {
        await(results.invalidateAll());
    }

    @Override
    public AsyncCache<Object> async() {
        return async;
    }

    @Override
    public String getName() {
        return results.name();
    }

    @Override
    public Object getNativeCache() {
        return results;
    }

    @Override
    public FunctionCacheReport report() {
        return reporter.apply(results.totals());
    }

    /** The classes of most collections cannot be read from JSON, but their interfaces can. */
    @SuppressWarnings("unchecked") // a value is an instance of its class and of the interfaces that are checked
    static <T> Argument<T> typeOf(T value) {
        Argument<?> type = Argument.of(value.getClass());
        if (value instanceof List) {
            type = Argument.listOf(Object.class);
        } else if (value instanceof Set) {
            type = Argument.setOf(Object.class);
        } else if (value instanceof Map) {
            type = Argument.mapOf(String.class, Object.class);
        }
        return (Argument<T>) type;
    }

    private static <T> T await(CompletionStage<T> stage) {
        CompletableFuture<T> future = stage.toCompletableFuture();
        try {
            return future.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
