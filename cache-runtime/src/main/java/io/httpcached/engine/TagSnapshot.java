package io.httpcached.engine;

import java.util.List;

/**
 * A moment in the history of invalidations, taken before a handler runs. Immutable.
 */
public interface TagSnapshot {

    /**
     * Whether nothing that carries one of the tags was invalidated between an earlier moment and this one.
     *
     * @param earlier a moment that the same store gave
     * @param tags the tags
     * @return true if a computation begun at the earlier moment is as good as one begun now
     */
    boolean unchangedSince(TagSnapshot earlier, List<String> tags);
}
