package io.httpcached.annotation;

/**
 * The rule for unkeyed reads: code behind the cache reads a part of a request that is not in the key, such as a header field in
 * a filter or the language in a template.
 */
public enum UnkeyedReads {

    /** The rule of {@code http-cache.unkeyed-reads}, which is {@link #VARY} if it is not configured. */
    DEFAULT,

    /**
     * What was read selects the entry from then on, as if it were in the key. A response that depends on something that cannot
     * select, such as a session, is not stored.
     */
    VARY,

    /** The response is stored as if nothing had been read. The log says once what was read, and what to write instead. */
    WARN,

    /**
     * The handlers of shared entries do not receive header fields, cookies and query parameters that the key does not contain. They
     * still receive attributes, the session and the address of the client.
     */
    HIDE,

    /** The request fails with an error that names what was read. For tests. */
    FAIL,

    /** The response is stored as if nothing had been read. Reads are not observed. */
    IGNORE
}
