package io.httpcached.suite.invalidation;

import io.httpcached.core.CacheKey;
import io.httpcached.store.CacheStore;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * A faulty backend that does not remove the tag version that every invalidation removes. Only the versions of the
 * invalidated tags show that something was invalidated, so a request with result tags takes the versions that it reads
 * after the handler run for those before it.
 */
final class IncompleteInvalidationStore extends InterceptingStore {

    /** The end of the key of that tag version, which all releases use so that their nodes can share a backend. */
    private static final String ANY = "v:" + CacheKey.of("any:").digest();

    IncompleteInvalidationStore(CacheStore backend) {
        super(backend);
    }

    @Override
    @SuppressWarnings("unchecked") // The operation remove returns no value.
    <T> CompletionStage<T> around(String name, List<String> keys, Supplier<CompletionStage<T>> operation) {
        boolean skipped = name.equals("remove") && keys.get(0).endsWith(ANY);
        return skipped ? (CompletionStage<T>) CompletableFuture.<Void>completedFuture(null) : operation.get();
    }
}
