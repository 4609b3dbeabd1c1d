package io.httpcached.server.functions;

import io.httpcached.core.CacheKey;
import io.httpcached.engine.TagSnapshot;
import io.micronaut.cache.AsyncCache;
import io.micronaut.core.type.Argument;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A {@link FunctionCache} whose methods do not block. Thread-safe. */
final class AsyncFunctionCache implements AsyncCache<Object> {

    private final FunctionCache blocking;
    private final FunctionResults results;
    private final MissedLookups missed;
    private final ExecutorService executor;

    AsyncFunctionCache(
            FunctionCache blocking, FunctionResults results, MissedLookups missed, ExecutorService executor) {
        this.blocking = blocking;
        this.results = results;
        this.missed = missed;
        this.executor = executor;
    }

    @Override
    public <T> CompletableFuture<Optional<T>> get(Object key, Argument<T> requiredType) {
        return offThreadOfStore(results.lookup(key, requiredType)).thenApply(found -> {
            CacheKey text = found.key();
            TagSnapshot snapshot = found.snapshot();
            if (found.value() == null && text != null && snapshot != null) {
                missed.addAsync(text, snapshot);
            }
            return Optional.ofNullable(found.value());
        });
    }

    /** The supplier may block, so that it and the collapsing of its calls run on another thread. */
    @Override
    public <T> CompletableFuture<T> get(Object key, Argument<T> requiredType, Supplier<T> supplier) {
        return CompletableFuture.supplyAsync(() -> blocking.get(key, requiredType, supplier), executor);
    }

    @Override
    public <T> CompletableFuture<Optional<T>> putIfAbsent(Object key, T value) {
        return get(key, FunctionCache.typeOf(value))
                .thenCompose(present -> present.isPresent()
                        ? CompletableFuture.completedFuture(present)
                        : put(key, value).thenApply(stored -> present));
    }

    @Override
    public CompletableFuture<Boolean> put(Object key, @Nullable Object value) {
        CacheKey text = results.key(key);
        return text == null
                ? CompletableFuture.completedFuture(false)
                : offThreadOfStore(results.put(text, value, missed.takeAsync(text)));
    }

    @Override
    public CompletableFuture<Boolean> invalidate(Object key) {
        CacheKey text = results.key(key);
        return text == null
                ? CompletableFuture.completedFuture(true)
                : offThreadOfStore(results.invalidate(text)).thenApply(done -> true);
    }

    @Override
    public CompletableFuture<Boolean> invalidateAll() {
        return offThreadOfStore(results.invalidateAll()).thenApply(done -> true);
    }

    /** What comes next may block, which must not hold up the thread that reads the responses of a backend. */
    private <T> CompletableFuture<T> offThreadOfStore(CompletionStage<T> stage) {
        CompletableFuture<T> future = stage.toCompletableFuture();
        return future.isDone() ? future : future.whenCompleteAsync((result, failure) -> {}, executor);
    }

    @Override
    public String getName() {
        return results.name();
    }

    @Override
    public Object getNativeCache() {
        return results;
    }
}
