package io.httpcached;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * Evicts what the response cache holds. Injectable wherever an application changes data that cached responses show.
 * Thread-safe.
 *
 * <p>An eviction takes the same time whatever the number of entries, and also reaches responses that are being computed
 * from the old data right now: they are never served after it.
 */
public interface HttpCache {

    /**
     * Evicts all entries that carry one of the tags.
     *
     * @param tags tags with their values filled in, such as {@code product:42}
     * @return completes when no request is answered from them any more
     */
    CompletionStage<Void> invalidateTags(Collection<String> tags);

    /**
     * Evicts all entries that carry one of the tags.
     *
     * @param tags tags with their values filled in, such as {@code product:42}
     * @return completes when no request is answered from them any more
     */
    default CompletionStage<Void> invalidateTags(String... tags) {
        return invalidateTags(List.of(tags));
    }

    /**
     * Evicts all entries of a path, whatever their query, variant or user.
     *
     * @param path a decoded path with the context path, such as {@code /products/42}
     * @return completes when no request is answered from them any more
     */
    CompletionStage<Void> invalidatePath(String path);
}
