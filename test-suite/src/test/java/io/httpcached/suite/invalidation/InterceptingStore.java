package io.httpcached.suite.invalidation;

import io.httpcached.store.CacheStore;
import io.httpcached.store.ChangeFeed;
import io.httpcached.store.ChangeListener;
import io.httpcached.store.StoreCapabilities;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A backend whose operations a subclass can intercept. */
abstract class InterceptingStore implements CacheStore {

    private final CacheStore backend;

    InterceptingStore(CacheStore backend) {
        this.backend = backend;
    }

    /**
     * Runs an operation, or replaces it.
     *
     * @param name the name of the operation
     * @param keys the keys of the operation
     * @param operation starts the operation
     * @return the result for the caller
     */
    abstract <T> CompletionStage<T> around(String name, List<String> keys, Supplier<CompletionStage<T>> operation);

    @Override
    public StoreCapabilities capabilities() {
        return backend.capabilities();
    }

    @Override
    public CompletionStage<List<byte @Nullable []>> get(List<String> keys) {
        return around("get", keys, () -> backend.get(keys));
    }

    @Override
    public CompletionStage<Void> put(String key, byte[] value, Duration ttl) {
        return around("put", List.of(key), () -> backend.put(key, value, ttl));
    }

    @Override
    public CompletionStage<Boolean> putIfAbsent(String key, byte[] value, Duration ttl) {
        return around("putIfAbsent", List.of(key), () -> backend.putIfAbsent(key, value, ttl));
    }

    @Override
    public CompletionStage<Boolean> replace(String key, byte[] expected, byte[] value, Duration ttl) {
        return around("replace", List.of(key), () -> backend.replace(key, expected, value, ttl));
    }

    @Override
    public CompletionStage<Long> increment(String key, long initial, Duration ttl) {
        return around("increment", List.of(key), () -> backend.increment(key, initial, ttl));
    }

    @Override
    public CompletionStage<Void> touch(List<String> keys, Duration ttl) {
        return around("touch", keys, () -> backend.touch(keys, ttl));
    }

    @Override
    public CompletionStage<Void> remove(List<String> keys) {
        return around("remove", keys, () -> backend.remove(keys));
    }

    @Override
    public Optional<ChangeFeed> reportChanges(ChangeListener listener) {
        return backend.reportChanges(listener);
    }

    @Override
    public void close() {
        backend.close();
    }
}
