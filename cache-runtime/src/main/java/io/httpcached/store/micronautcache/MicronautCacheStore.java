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
 * Stores values in a cache of micronaut-cache. The name of the store is the name of the cache. Whether other nodes see the
 * values depends on the cache.
 *
 * <p>Such a cache has few operations, so this store has limits: it reads one key at a time. The bytes of a value contain its
 * expiry; the settings of the cache can only shorten it, and nothing extends it. When several nodes call
 * {@link #putIfAbsent} concurrently, more than one may succeed. {@link #replace} is not supported.
 */
@EachBean(SyncCache.class)
@Requires(classes = SyncCache.class)
final class MicronautCacheStore implements CacheStore {

    /** The timeout of an operation. Requests do not wait that long; it limits the operations that a hanging cache holds up. */
    private static final long TIMEOUT_SECONDS = 10;

    private static final StoreCapabilities CAPABILITIES =
            new StoreCapabilities(Long.MAX_VALUE, Duration.ZERO, false, false, false, false);

    private final ExecutorService executor;
    private final Clock clock;
    private final LazyClient<AsyncCache<?>> caches;

    /**
     * Creates a store that uses a cache of the application and does not close it.
     *
     * @param cache the provider of the cache, whose creation may take long and fail
     * @param executor the executor that calls the cache, which may block
     */
    MicronautCacheStore(
            @Parameter BeanProvider<SyncCache<?>> cache, @Named(TaskExecutors.IO) ExecutorService executor) {
        this.executor = executor;
        this.clock = Clock.systemUTC();
        this.caches = new LazyClient<>(
                () -> CompletableFuture.supplyAsync(() -> cache.get().async(), executor), unmanaged -> {});
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
            return cache.putIfAbsent(key, mine).thenCompose(stored -> {
                // After storing a value, some caches return nothing and others return that value.
                if (stored.isEmpty() || Arrays.equals(stored.get(), mine)) {
                    return CompletableFuture.completedFuture(true);
                }
                return TimedValue.read(stored.get(), clock.millis()) == null
                        ? cache.put(key, mine).thenApply(put -> true)
                        : CompletableFuture.completedFuture(false);
            });
        });
    }

    /** Does nothing: the value could change between a comparison and a write. */
    @Override
    public CompletionStage<Boolean> replace(String key, byte[] expected, byte[] value, Duration ttl) {
        return CompletableFuture.completedFuture(false);
    }

    /** Does nothing: writing the value again could restore a value that another node removes in the meantime. */
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
        return caches.get().thenComposeAsync(operation, executor).orTimeout(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    }

    private CompletableFuture<byte @Nullable []> get(AsyncCache<?> cache, String key) {
        return cache.get(key, byte[].class)
                .thenApply(stored -> stored.isPresent() ? TimedValue.read(stored.get(), clock.millis()) : null);
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
