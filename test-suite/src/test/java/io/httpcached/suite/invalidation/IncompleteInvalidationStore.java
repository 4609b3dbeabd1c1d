package io.httpcached.suite.invalidation;

import io.httpcached.store.CacheStore;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * A faulty backend that does not count invalidations, so that their log seems to be empty. Only the versions of the
 * invalidated tags show that something was invalidated, so a request with result tags takes the versions that it reads
 * after the handler run for those before it.
 */
final class IncompleteInvalidationStore extends InterceptingStore {

    /** A number that no position in a test comes close to. */
    private static final Long ELSEWHERE = 1L << 60;

    private final Set<String> counted = ConcurrentHashMap.newKeySet();

    IncompleteInvalidationStore(CacheStore backend) {
        super(backend);
    }

    @Override
    @SuppressWarnings("unchecked") // The operation increment returns a number.
    <T> CompletionStage<T> around(String name, List<String> keys, Supplier<CompletionStage<T>> operation) {
        boolean skipped = name.equals("increment") && counted.contains(keys.get(0));
        counted.addAll(name.equals("increment") ? keys : List.of());
        return skipped ? (CompletionStage<T>) CompletableFuture.completedFuture(ELSEWHERE) : operation.get();
    }
}
