package io.httpcached.core;

/** Who may be answered from an entry. */
public enum Sharing {

    /**
     * All clients; but a request with {@code Authorization} or a principal neither makes nor uses an entry, unless the
     * response itself permits that (RFC 9111 §3.5).
     */
    SHARED,

    /** All clients, authenticated ones included: the application vouches that the response is the same for all. */
    PUBLIC,

    /**
     * The user in the key alone: a private cache (RFC 9111 §3), so {@code private} may be stored and {@code s-maxage}
     * and {@code proxy-revalidate} mean nothing.
     */
    PRIVATE;

    /** {@return whether this is a shared cache in the words of RFC 9111} */
    public boolean isShared() {
        return this != PRIVATE;
    }
}
