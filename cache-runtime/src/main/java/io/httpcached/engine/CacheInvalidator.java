package io.httpcached.engine;

import io.httpcached.HttpCache;
import io.httpcached.WarmedUri;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Invalidates entries in all stores of the application, and warms them. Thread-safe. */
public final class CacheInvalidator implements HttpCache {

    private final Supplier<? extends Collection<EntryStore>> stores;
    private final PathTags paths;
    private final RouteTags routes;
    private final InvalidationTime time;
    private final Supplier<Warmer> warmer;
    private final InvalidationMode mode;
    private final InvalidationCounters counters;

    /**
     * Creates an invalidator that removes entries.
     *
     * @param stores the supplier of all stores in use
     * @param paths finds the tags of a path
     * @param routes finds the tags of a route
     * @param time decides when the invalidations of the API are carried out
     * @param warmer requests URIs after all entries were invalidated
     */
    public CacheInvalidator(
            Supplier<? extends Collection<EntryStore>> stores,
            PathTags paths,
            RouteTags routes,
            InvalidationTime time,
            Supplier<Warmer> warmer) {
        this(stores, paths, routes, time, warmer, InvalidationMode.REMOVE, new InvalidationCounters());
    }

    private CacheInvalidator(
            Supplier<? extends Collection<EntryStore>> stores,
            PathTags paths,
            RouteTags routes,
            InvalidationTime time,
            Supplier<Warmer> warmer,
            InvalidationMode mode,
            InvalidationCounters counters) {
        this.stores = stores;
        this.paths = paths;
        this.routes = routes;
        this.time = time;
        this.warmer = warmer;
        this.mode = mode;
        this.counters = counters;
    }

    @Override
    public CompletableFuture<Void> invalidateTags(Collection<String> tags) {
        return invalidateInTime(tags.stream().map(Tags::named).toList());
    }

    @Override
    public CompletableFuture<Void> invalidatePath(String path) {
        return invalidateInTime(paths.of(path));
    }

    @Override
    public CompletableFuture<Void> invalidateRoute(Class<?> controller, String method, Class<?>... parameterTypes) {
        return invalidateInTime(routes.of(controller, method, List.of(parameterTypes)));
    }

    @Override
    public CompletableFuture<Void> invalidateRoute(String route) {
        return invalidateInTime(routes.of(route));
    }

    @Override
    public CompletableFuture<Void> invalidateNamespace(String namespace) {
        if (namespace.isEmpty()) {
            throw new IllegalArgumentException(
                    "The namespace must not be empty. Use clear() to invalidate routes without a namespace.");
        }
        return invalidateInTime(List.of(Tags.namespace(namespace)));
    }

    @Override
    public CompletableFuture<Void> clear() {
        boolean warming = warmer.get().isWarming();
        return time.run(() -> logAndInvalidate(List.of(Tags.ALL)).thenRun(() -> {
            if (!warming) {
                warmer.get().warmConfigured();
            }
        }));
    }

    @Override
    public CompletableFuture<List<WarmedUri>> warm(Collection<String> uris) {
        return warmer.get().warm(uris);
    }

    @Override
    public CacheInvalidator softly() {
        return mode == InvalidationMode.MARK_STALE
                ? this
                : new CacheInvalidator(stores, paths, routes, time, warmer, InvalidationMode.MARK_STALE, counters);
    }

    /** {@return the counters of the invalidations, of both modes} */
    public InvalidationCounters counters() {
        return counters;
    }

    /**
     * Invalidates all entries that carry one of several tags of any kind, at once, because of a request. The caller logs it.
     *
     * @param tags the tags, as {@link Tags} creates them
     * @return completes when no request is answered from these entries any more; fails if a backend did not confirm the
     *     invalidation
     */
    public CompletableFuture<Void> invalidate(Collection<String> tags) {
        return tags.isEmpty()
                ? CompletableFuture.completedFuture(null)
                : invalidate(tags, InvalidationCounters.Origin.REQUEST);
    }

    private CompletableFuture<Void> invalidate(Collection<String> tags, InvalidationCounters.Origin origin) {
        counters.count(tags, origin, mode);
        CompletableFuture<?>[] invalidations = stores.get().stream()
                .map(store -> store.invalidate(tags, mode).toCompletableFuture())
                .toArray(CompletableFuture[]::new);
        return CompletableFuture.allOf(invalidations);
    }

    /** {@return a collection of entries, which are invalidated together, as by the methods of {@link HttpCache}} */
    public NamedEntries entries() {
        return new NamedEntries(routes, this::invalidateInTime);
    }

    private CompletableFuture<Void> invalidateInTime(Collection<String> tags) {
        if (tags.isEmpty()) {
            return CompletableFuture.completedFuture(null);
        }
        return time.run(() -> logAndInvalidate(tags));
    }

    private CompletableFuture<Void> logAndInvalidate(Collection<String> tags) {
        CacheEvents.invalidated(tags, mode);
        return invalidate(tags, InvalidationCounters.Origin.API);
    }
}
