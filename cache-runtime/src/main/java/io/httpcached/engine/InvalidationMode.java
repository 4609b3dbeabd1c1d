package io.httpcached.engine;

/** What becomes of entries when a tag of theirs is invalidated. */
public enum InvalidationMode {

    /** They are not found any more. */
    REMOVE,

    /** They are found, and are as old as if their freshness had ended at that moment. */
    MARK_STALE
}
