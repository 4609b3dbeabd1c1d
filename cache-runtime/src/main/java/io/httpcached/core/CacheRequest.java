package io.httpcached.core;

/** The parts of a request that the cache reads. */
public interface CacheRequest {

    /** {@return the method as it was sent; methods are case-sensitive (RFC 9110 §9.1)} */
    String method();

    /** {@return the header fields} */
    FieldLines fields();

    /** {@return whether the user of the request is known} */
    boolean hasPrincipal();

    /** {@return the cache directives of the client} An implementation may parse them only once. */
    default RequestDirectives directives() {
        return RequestDirectives.of(fields());
    }

    /** {@return whether the key of the request contains everything by which its handler can distinguish requests} */
    default boolean isKeyed() {
        return true;
    }

    /** {@return whether the method is {@code HEAD}} */
    default boolean isHead() {
        return method().equals("HEAD");
    }

    /** {@return whether a stored {@code GET} response can answer the method} */
    default boolean isGetOrHead() {
        return method().equals("GET") || isHead();
    }

    /** {@return whether the response may depend on the user: there is a principal or an {@code Authorization} field} */
    default boolean isAuthenticated() {
        return hasPrincipal() || fields().has("Authorization");
    }
}
