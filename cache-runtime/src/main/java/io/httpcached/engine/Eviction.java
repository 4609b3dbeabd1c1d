package io.httpcached.engine;

/** What becomes of entries when a tag of theirs is evicted. */
public enum Eviction {

    /** They are not found any more. */
    GONE,

    /** They are found, and are as old as if their freshness had ended at that moment. */
    STALE
}
