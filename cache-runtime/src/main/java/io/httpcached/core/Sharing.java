package io.httpcached.core;

/** The clients that an entry may be served to. */
public enum Sharing {

    /**
     * All clients. A request with {@code Authorization} or a principal neither creates nor uses an entry unless the response
     * itself permits that (RFC 9111 §3.5).
     */
    SHARED,

    /** All clients including authenticated ones. The application guarantees that the response is the same for all of them. */
    PUBLIC,

    /**
     * Only the user in the key. The cache is a private one (RFC 9111 §3), so {@code private} responses may be stored, and
     * {@code s-maxage} and {@code proxy-revalidate} have no effect.
     */
    PRIVATE;

    /** {@return whether this is a shared cache in the sense of RFC 9111} */
    public boolean isShared() {
        return this != PRIVATE;
    }
}
