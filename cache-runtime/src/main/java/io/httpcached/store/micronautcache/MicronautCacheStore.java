package io.httpcached.store.micronautcache;

import io.httpcached.store.CacheStore;
import io.httpcached.store.StoreCapabilities;
import io.httpcached.store.support.LazyClient;
import io.micronaut.cache.AsyncCache;
import io.micronaut.cache.SyncCache;
import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.EachBean;
import io.micronaut.context.annotation.Parameter;
import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Values in a cache of micronaut-cache, by the name of the cache. Whether other nodes see them is for the cache.
 *
 * <p>Such a cache has few operations, so that this store can do less than others: it asks for one key at a time; a value's
 * life is what its bytes say, the cache's own settings may only shorten it, and nothing extends it; of several nodes that
 * put a value where there is none, more than one may believe that it did; and it cannot replace a value that is expected.
 */
@EachBean(SyncCache.class)
@Requires(classes = SyncCache.class)
final class MicronautCacheStore implements CacheStore {

    /** How long an operation may take. Nobody waits that long; it bounds what a cache that hangs can pile up. */
    private static final long LONGEST_SECONDS = 10;

    private static final StoreCapabilities CAPABILITIES =
            new StoreCapabilities(Long.MAX_VALUE, Duration.ZERO, false, false, false);

    private final ExecutorService executor;
    private final Clock clock;
    private final LazyClient<AsyncCache<?>> caches;

    /**
     * Creates a store. It uses a cache of the application, which outlives it.
     *
     * @param cache gives the cache; to make it may take long and fail
     * @param executor calls the cache, which may block
     */
    MicronautCacheStore(
            @Parameter BeanProvider<SyncCache<?>> cache, @Named(TaskExecutors.IO) ExecutorService executor) {
        this.executor = executor;
        this.clock = Clock.systemUTC();
        this.caches = new LazyClient<>(
                () -> CompletableFuture.supplyAsync(() -> cache.get().async(), executor), unclosed -> {});
    }

    @Override
    public StoreCapabilities capabilities() {
        return CAPABILITIES;
    }

    @Override
    public CompletionStage<List<byte @Nullable []>> get(List<String> keys) {
        return call(cache -> {
            List<CompletableFuture<byte @Nullable []>> values = new ArrayList<>(keys.size());
            keys.forEach(key -> values.add(get(cache, key)));
            return all(values).thenApply(done -> joined(values));
        });
    }

    @Override
    public CompletionStage<Void> put(String key, byte[] value, Duration ttl) {
        return call(cache -> cache.put(key, TimedValue.write(value, clock.millis(), ttl)))
                .thenApply(put -> null);
    }

    @Override
    public CompletionStage<Boolean> putIfAbsent(String key, byte[] value, Duration ttl) {
        return call(cache -> {
            byte[] mine = TimedValue.write(value, clock.millis(), ttl);
            return cache.putIfAbsent(key, mine).thenCompose(held -> {
                // Caches differ in what they give once they have put a value: nothing, or that value.
                if (held.isEmpty() || Arrays.equals(held.get(), mine)) {
                    return CompletableFuture.completedFuture(true);
                }
                return TimedValue.read(held.get(), clock.millis()) == null
                        ? cache.put(key, mine).thenApply(put -> true)
                        : CompletableFuture.completedFuture(false);
            });
        });
    }

    /** Nothing: what is compared in one step and written in the next may be another one by then. */
    @Override
    public CompletionStage<Boolean> replace(String key, byte[] expected, byte[] value, Duration ttl) {
        return CompletableFuture.completedFuture(false);
    }

    /** Nothing: to write a longer life would bring back what another node removes in between. */
    @Override
    public CompletionStage<Void> touch(List<String> keys, Duration ttl) {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<Void> remove(List<String> keys) {
        return call(cache -> all(keys.stream().map(cache::invalidate).toList()));
    }

    @Override
    public void close() {
        caches.close();
    }

    private <T> CompletionStage<T> call(Function<AsyncCache<?>, CompletionStage<T>> operation) {
        return caches.get().thenComposeAsync(operation, executor).orTimeout(LONGEST_SECONDS, TimeUnit.SECONDS);
    }

    private CompletableFuture<byte @Nullable []> get(AsyncCache<?> cache, String key) {
        return cache.get(key, byte[].class)
                .thenApply(held -> held.isPresent() ? TimedValue.read(held.get(), clock.millis()) : null);
    }

    private static CompletableFuture<Void> all(List<? extends CompletableFuture<?>> stages) {
        return CompletableFuture.allOf(stages.toArray(CompletableFuture[]::new));
    }

    private static List<byte @Nullable []> joined(List<CompletableFuture<byte @Nullable []>> values) {
        List<byte @Nullable []> joined = new ArrayList<>(values.size());
        values.forEach(value -> joined.add(value.join()));
        return joined;
    }
}
