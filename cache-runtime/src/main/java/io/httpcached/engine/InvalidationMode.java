package io.httpcached.engine;

/** The effect of an invalidation on the entries that carry the tag. */
public enum InvalidationMode {

    /** No lookup finds the entries any more. */
    REMOVE,

    /** Lookups still find the entries, as stale as if their freshness had ended at the moment of the invalidation. */
    MARK_STALE
}
