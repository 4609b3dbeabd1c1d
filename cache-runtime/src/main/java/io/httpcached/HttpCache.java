package io.httpcached;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * Invalidates what the response cache holds. Injectable wherever an application changes data that cached responses show.
 * Thread-safe.
 *
 * <p>An invalidation takes the same time whatever the number of entries, and also reaches responses that are being computed
 * from the old data right now: they are never served after it. It reaches all nodes that share the backend; each node's
 * memory is its own.
 *
 * <p>A stage fails when a backend did not confirm the invalidation within its time budget. This node then answers nothing from
 * what the invalidation concerns, and repeats it until it is confirmed; other nodes may serve it until then.
 */
public interface HttpCache {

    /**
     * Invalidates all entries that carry one of the tags.
     *
     * @param tags tags with their values filled in, such as {@code product:42}
     * @return completes when no request is answered from them any more
     */
    CompletionStage<Void> invalidateTags(Collection<String> tags);

    /**
     * Invalidates all entries that carry one of the tags.
     *
     * @param tags tags with their values filled in, such as {@code product:42}
     * @return completes when no request is answered from them any more
     */
    default CompletionStage<Void> invalidateTags(String... tags) {
        return invalidateTags(List.of(tags));
    }

    /**
     * Invalidates all entries of a path, whatever their query, variant or user.
     *
     * @param path a decoded path with the context path, such as {@code /products/42}
     * @return completes when no request is answered from them any more
     */
    CompletionStage<Void> invalidatePath(String path);

    /**
     * Invalidates all entries of the routes in a namespace.
     *
     * @param namespace the namespace as it is configured or annotated
     * @return completes when no request is answered from them any more
     * @throws IllegalArgumentException if it is empty: routes without a namespace are in none
     */
    CompletionStage<Void> invalidateNamespace(String namespace);

    /**
     * Invalidates all entries.
     *
     * @return completes when no request is answered from them any more
     */
    CompletionStage<Void> clear();

    /**
     * {@return the same cache, whose invalidations make entries stale instead of gone} They are then as old as if their
     * freshness had ended at that moment: {@code staleWhileRevalidate} and {@code staleIfError} begin to count, and without
     * them the next request runs the handler. Where a backend cannot do so, entries are gone.
     */
    HttpCache softly();
}
