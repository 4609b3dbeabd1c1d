package io.httpcached;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Invalidates cached responses, and warms the cache. Inject this bean where the application changes data that cached responses
 * show. Thread-safe.
 *
 * <p>The cost of an invalidation does not depend on the number of entries. An invalidation also covers responses that
 * handlers are computing from the old data at that moment: they are never served after it. It applies to all nodes that
 * share a store; nodes with the {@code memory} store each have their own entries, so there it applies to its own node
 * only.
 *
 * <p>The returned future fails if the store did not confirm the invalidation before the deadline. This node then serves none
 * of the affected entries and repeats the invalidation until the store confirms it; other nodes may serve the old entries
 * until then.
 *
 * <p>In a transaction of micronaut-data-tx, on the thread that has it, an invalidation follows the commit, so that no request
 * stores the old data again in between, and a rollback invalidates nothing. The returned future is complete then, because the
 * entries are right until the commit, and the method that commits waits for the invalidation.
 * {@code http-cache.invalidation.after-commit: false} switches this off.
 */
public interface HttpCache {

    /**
     * Invalidates all entries that carry at least one of the tags.
     *
     * @param tags the tags with their values filled in, such as {@code product:42}; {@link TagText} lists the text of each type
     * @return a future that completes when no request is answered from these entries any more
     */
    CompletableFuture<Void> invalidateTags(Collection<String> tags);

    /**
     * Invalidates all entries that carry at least one of the tags.
     *
     * @param tags the tags with their values filled in, such as {@code product:42}; {@link TagText} lists the text of each type
     * @return a future that completes when no request is answered from these entries any more
     */
    default CompletableFuture<Void> invalidateTags(String... tags) {
        return invalidateTags(List.of(tags));
    }

    /**
     * Invalidates all entries of a path, for every query, variant and user, and for every spelling of the path that leads to
     * the same values of its variables. A path that no cached route of the application can have needs no invalidation, and
     * reaches no store.
     *
     * @param path the decoded path including the context path, such as {@code /products/42}
     * @return a future that completes when no request is answered from these entries any more
     */
    CompletableFuture<Void> invalidatePath(String path);

    /**
     * Invalidates all entries of a cached route, whatever the values of its parameters.
     *
     * @param controller the class of the controller
     * @param method the name of its method
     * @param parameterTypes the types of the method's parameters; none for all cached methods of the name
     * @return a future that completes when no request is answered from these entries any more
     * @throws IllegalArgumentException if there is no such cached route; the message lists the available ones
     */
    CompletableFuture<Void> invalidateRoute(Class<?> controller, String method, Class<?>... parameterTypes);

    /**
     * Invalidates all entries of a cached route, whatever the values of its parameters.
     *
     * @param route the URI template of the route as its controller declares it, such as {@code /products/{id}}, or the controller and
     *     its method, such as {@code ProductController.show}
     * @return a future that completes when no request is answered from these entries any more
     * @throws IllegalArgumentException if there is no such cached route; the message lists the available ones
     */
    CompletableFuture<Void> invalidateRoute(String route);

    /**
     * Invalidates all entries of the routes in a namespace.
     *
     * @param namespace the namespace as configured or as declared in the annotation
     * @return a future that completes when no request is answered from these entries any more
     * @throws IllegalArgumentException if the namespace is empty, because routes without a namespace belong to none; use
     *     {@link #clear()} for these
     */
    CompletableFuture<Void> invalidateNamespace(String namespace);

    /**
     * Invalidates all entries. Then the paths in {@code http-cache.warm} are requested again in the background, which the
     * returned future does not wait for.
     *
     * @return a future that completes when no request is answered from these entries any more
     */
    CompletableFuture<Void> clear();

    /**
     * Stores responses before a client asks for them: requests each URI in the background, as a client without credentials
     * would. The requests pass through the filters of the server, are looked up and share handler runs as any other, and not
     * more than {@code http-cache.warming.max-concurrent} run at the same time. A URI whose entry is fresh runs no handler.
     *
     * @param uris paths with or without a query, including the context path, such as {@code /products?skip=0}
     * @return a future that completes with the results in the order of the URIs, and never fails
     * @throws IllegalArgumentException if one of them is not a path with or without a query
     */
    CompletableFuture<List<WarmedUri>> warm(Collection<String> uris);

    /**
     * Stores responses before a client asks for them, as {@link #warm(Collection)}.
     *
     * @param uris paths with or without a query, including the context path, such as {@code /products?skip=0}
     * @return a future that completes with the results in the order of the URIs, and never fails
     * @throws IllegalArgumentException if one of them is not a path with or without a query
     */
    default CompletableFuture<List<WarmedUri>> warm(String... uris) {
        return warm(List.of(uris));
    }

    /**
     * Returns a view of this cache that marks entries stale instead of removing them. An entry that is marked stale is as
     * old as if its freshness lifetime had ended at that moment: {@code staleWhileRevalidate} and {@code staleIfError}
     * begin to count, and without them the next request runs the handler. A store that cannot mark entries stale removes
     * them.
     *
     * @return a view of this cache, whose invalidations mark entries stale
     */
    HttpCache softly();
}
