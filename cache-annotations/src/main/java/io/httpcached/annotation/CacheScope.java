package io.httpcached.annotation;

/** The users who share an entry. */
public enum CacheScope {

    /**
     * All clients share the entry, but a request with {@code Authorization} or a principal bypasses the cache, unless the
     * response itself permits sharing (RFC 9111 §3.5). A method that takes a {@code Principal} is {@link #PRIVATE}.
     */
    AUTO,

    /**
     * All clients share the entry, including authenticated ones: the response is the same for every user. It must not
     * contain personal data, such as the name of the user.
     */
    PUBLIC,

    /**
     * Each user has an entry of their own, and the response has {@code Cache-Control: private} for caches downstream. The
     * name of the principal alone distinguishes users. A request without a principal bypasses the cache.
     */
    PRIVATE
}
