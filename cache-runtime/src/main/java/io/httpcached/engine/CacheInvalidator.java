package io.httpcached.engine;

import io.httpcached.HttpCache;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Invalidates entries wherever they live. Thread-safe. */
public final class CacheInvalidator implements HttpCache {

    private static final CompletableFuture<Void> NOTHING = CompletableFuture.completedFuture(null);

    private final Supplier<? extends Collection<EntryStore>> stores;
    private final InvalidationMode invalidation;

    /**
     * Creates an invalidator.
     *
     * @param stores gives all places where entries live
     */
    public CacheInvalidator(Supplier<? extends Collection<EntryStore>> stores) {
        this(stores, InvalidationMode.REMOVE);
    }

    private CacheInvalidator(Supplier<? extends Collection<EntryStore>> stores, InvalidationMode invalidation) {
        this.stores = stores;
        this.invalidation = invalidation;
    }

    @Override
    public CompletionStage<Void> invalidateTags(Collection<String> tags) {
        return invalidate(tags.stream().map(Tags::named).toList());
    }

    @Override
    public CompletionStage<Void> invalidatePath(String path) {
        return invalidate(List.of(Tags.path(path)));
    }

    @Override
    public CompletionStage<Void> invalidateNamespace(String namespace) {
        if (namespace.isEmpty()) {
            throw new IllegalArgumentException("A namespace has a name. What is in none is invalidated by clear()");
        }
        return invalidate(List.of(Tags.namespace(namespace)));
    }

    @Override
    public CompletionStage<Void> clear() {
        return invalidate(List.of(Tags.ALL));
    }

    @Override
    public CacheInvalidator softly() {
        return invalidation == InvalidationMode.MARK_STALE
                ? this
                : new CacheInvalidator(stores, InvalidationMode.MARK_STALE);
    }

    /**
     * Invalidates by tags of several kinds at once.
     *
     * @param tags as {@link Tags} makes them
     * @return completes when no request is answered from what carries them; fails if a backend did not confirm it
     */
    public CompletionStage<Void> invalidate(Collection<String> tags) {
        if (tags.isEmpty()) {
            return NOTHING;
        }
        CompletableFuture<?>[] invalidations = stores.get().stream()
                .map(store -> store.invalidate(tags, invalidation).toCompletableFuture())
                .toArray(CompletableFuture[]::new);
        return CompletableFuture.allOf(invalidations);
    }
}
