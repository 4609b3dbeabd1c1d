package io.httpcached.engine;

import io.httpcached.HttpCache;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Invalidates entries in all stores. Thread-safe. */
public final class CacheInvalidator implements HttpCache {

    private final Supplier<? extends Collection<EntryStore>> stores;
    private final InvalidationMode invalidation;

    /**
     * Creates an invalidator.
     *
     * @param stores a supplier of all stores
     */
    public CacheInvalidator(Supplier<? extends Collection<EntryStore>> stores) {
        this(stores, InvalidationMode.REMOVE);
    }

    private CacheInvalidator(Supplier<? extends Collection<EntryStore>> stores, InvalidationMode invalidation) {
        this.stores = stores;
        this.invalidation = invalidation;
    }

    @Override
    public CompletableFuture<Void> invalidateTags(Collection<String> tags) {
        return invalidate(tags.stream().map(Tags::named).toList());
    }

    @Override
    public CompletableFuture<Void> invalidatePath(String path) {
        return invalidate(List.of(Tags.path(path)));
    }

    @Override
    public CompletableFuture<Void> invalidateNamespace(String namespace) {
        if (namespace.isEmpty()) {
            throw new IllegalArgumentException(
                    "The namespace must not be empty. Use clear() to invalidate routes without a namespace.");
        }
        return invalidate(List.of(Tags.namespace(namespace)));
    }

    @Override
    public CompletableFuture<Void> clear() {
        return invalidate(List.of(Tags.ALL));
    }

    @Override
    public CacheInvalidator softly() {
        return invalidation == InvalidationMode.MARK_STALE
                ? this
                : new CacheInvalidator(stores, InvalidationMode.MARK_STALE);
    }

    /**
     * Invalidates the entries that carry one of the tags, which may be of different kinds.
     *
     * @param tags tags as {@link Tags} builds them
     * @return a future that completes when no request is answered from these entries any more, and fails if a store did not
     *     confirm the invalidation
     */
    public CompletableFuture<Void> invalidate(Collection<String> tags) {
        if (tags.isEmpty()) {
            return CompletableFuture.completedFuture(null);
        }
        CompletableFuture<?>[] invalidations = stores.get().stream()
                .map(store -> store.invalidate(tags, invalidation).toCompletableFuture())
                .toArray(CompletableFuture[]::new);
        return CompletableFuture.allOf(invalidations);
    }
}
