package io.httpcached.suite.invalidation;

import io.httpcached.store.CacheStore;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Pauses before and after each operation of a backend, as a network does. */
final class PausingStore extends InterceptingStore {

    private final Pauses pauses;

    PausingStore(CacheStore backend, Pauses pauses) {
        super(backend);
        this.pauses = pauses;
    }

    @Override
    <T> CompletionStage<T> around(String name, List<String> keys, Supplier<CompletionStage<T>> operation) {
        return pauses.next().thenCompose(arrived -> operation.get()).thenCompose(answer -> pauses.next()
                .thenApply(over -> answer));
    }
}
