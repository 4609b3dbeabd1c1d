package io.httpcached.annotation;

/** Who may be answered from an entry. */
public enum CacheScope {

    /**
     * Shared by all clients, but a request that carries {@code Authorization} or a principal goes past the cache, unless
     * the response itself permits sharing (RFC 9111 §3.5). A method that takes a {@code Principal} is {@link #PRIVATE}.
     */
    AUTO,

    /** Shared by all clients, authenticated ones included: the response is the same whoever asks. */
    PUBLIC,

    /**
     * One entry a user, keyed by the name of the principal, and {@code Cache-Control: private} for every cache further
     * on. A request without a principal goes past the cache.
     */
    PRIVATE
}
