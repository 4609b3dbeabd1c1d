package io.httpcached.engine;

import java.util.List;

/**
 * A moment in the history of evictions, taken before a handler runs. Immutable.
 */
public interface Generation {

    /**
     * Whether nothing that carries one of the tags was evicted between an earlier moment and this one.
     *
     * @param earlier a moment that the same store gave
     * @param tags the tags
     * @return true if a computation begun at the earlier moment is as good as one begun now
     */
    boolean unchangedSince(Generation earlier, List<String> tags);
}
