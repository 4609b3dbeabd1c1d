package io.httpcached.engine;

import io.httpcached.HttpCache;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Evicts entries wherever they live. Thread-safe. */
public final class Evictor implements HttpCache {

    private static final CompletableFuture<Void> NOTHING = CompletableFuture.completedFuture(null);

    private final Supplier<? extends Collection<EntryStore>> stores;
    private final Eviction eviction;

    /**
     * Creates an evictor.
     *
     * @param stores gives all places where entries live
     */
    public Evictor(Supplier<? extends Collection<EntryStore>> stores) {
        this(stores, Eviction.GONE);
    }

    private Evictor(Supplier<? extends Collection<EntryStore>> stores, Eviction eviction) {
        this.stores = stores;
        this.eviction = eviction;
    }

    @Override
    public CompletionStage<Void> invalidateTags(Collection<String> tags) {
        return evict(tags.stream().map(Tags::named).toList());
    }

    @Override
    public CompletionStage<Void> invalidatePath(String path) {
        return evict(List.of(Tags.path(path)));
    }

    @Override
    public CompletionStage<Void> invalidateNamespace(String namespace) {
        if (namespace.isEmpty()) {
            throw new IllegalArgumentException("A namespace has a name. What is in none is evicted by clear()");
        }
        return evict(List.of(Tags.namespace(namespace)));
    }

    @Override
    public CompletionStage<Void> clear() {
        return evict(List.of(Tags.ALL));
    }

    @Override
    public Evictor softly() {
        return eviction == Eviction.STALE ? this : new Evictor(stores, Eviction.STALE);
    }

    /**
     * Evicts by tags of several kinds at once.
     *
     * @param tags as {@link Tags} makes them
     * @return completes when no request is answered from what carries them; fails if a backend did not confirm it
     */
    public CompletionStage<Void> evict(Collection<String> tags) {
        if (tags.isEmpty()) {
            return NOTHING;
        }
        CompletableFuture<?>[] evictions = stores.get().stream()
                .map(store -> store.evict(tags, eviction).toCompletableFuture())
                .toArray(CompletableFuture[]::new);
        return CompletableFuture.allOf(evictions);
    }
}
