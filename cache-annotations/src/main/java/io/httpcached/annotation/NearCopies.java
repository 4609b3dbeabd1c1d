package io.httpcached.annotation;

/** Whether a node keeps copies of a remote store's entries in memory, and answers with them. */
public enum NearCopies {

    /** The setting of {@code http-cache.near.enabled}, which is {@link #OFF} if it is not configured. */
    DEFAULT,

    /** The node keeps copies. They have no effect on entries in the memory store. */
    ON,

    /** Each request asks the remote store. */
    OFF
}
