package io.httpcached.engine;

import java.util.List;

/** A moment in the history of a store's invalidations, taken before a handler runs. Immutable. */
public interface TagSnapshot {

    /**
     * Returns whether none of the tags was invalidated between an earlier snapshot and this one.
     *
     * @param earlier an earlier snapshot of the same store
     * @param tags the tags
     * @return true if a response computed since the earlier snapshot is as good as one computed since this one
     */
    boolean unchangedSince(TagSnapshot earlier, List<String> tags);
}
