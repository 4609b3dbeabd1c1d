package io.httpcached.suite.invalidation;

import io.httpcached.core.CacheKey;
import io.httpcached.store.CacheStore;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * A backend in which nobody notices that something was invalidated, other than by the snapshot of what was: one that forgets to
 * remove the snapshot that every invalidation removes. A writer with tags that only its handler knew takes those it reads late
 * for those of the moment before.
 */
final class UnnoticedInvalidations extends WatchedStore {

    /** The name by which the engine knows it, which is part of what nodes of different versions agree on. */
    private static final String ANY = "v:" + CacheKey.of("any:").digest();

    UnnoticedInvalidations(CacheStore backend) {
        super(backend);
    }

    @Override
    @SuppressWarnings("unchecked") // To remove gives nothing, whatever is removed.
    <T> CompletionStage<T> around(String name, List<String> keys, Supplier<CompletionStage<T>> operation) {
        boolean forgotten = name.equals("remove") && keys.get(0).endsWith(ANY);
        return forgotten ? (CompletionStage<T>) CompletableFuture.<Void>completedFuture(null) : operation.get();
    }
}
