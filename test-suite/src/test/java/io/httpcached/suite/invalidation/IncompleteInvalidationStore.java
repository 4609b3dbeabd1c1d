package io.httpcached.suite.invalidation;

import io.httpcached.store.CacheStore;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * A faulty backend that does not count invalidations, so that their log seems to be empty. Only the versions of the
 * invalidated tags show that something was invalidated, so a request with result tags takes the versions that it reads
 * after the handler run for those before it.
 */
final class IncompleteInvalidationStore extends InterceptingStore {

    /** A number that no position in a test comes close to. */
    private static final CompletionStage<Long> ELSEWHERE = CompletableFuture.completedFuture(1L << 60);

    IncompleteInvalidationStore(CacheStore backend) {
        super(backend);
    }

    /** Creates the position, which every lookup needs, but leaves it unchanged later. */
    @Override
    public CompletionStage<Long> increment(String key, long initial, Duration ttl) {
        return get(List.of(key))
                .thenCompose(found -> found.get(0) == null ? super.increment(key, initial, ttl) : ELSEWHERE);
    }

    @Override
    <T> CompletionStage<T> around(String name, List<String> keys, Supplier<CompletionStage<T>> operation) {
        return operation.get();
    }
}
