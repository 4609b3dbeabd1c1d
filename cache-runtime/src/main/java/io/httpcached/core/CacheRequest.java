package io.httpcached.core;

/** What the cache reads of a request. */
public interface CacheRequest {

    /** {@return the method, in the case it came in: methods are case-sensitive (RFC 9110 §9.1)} */
    String method();

    /** {@return the header fields} */
    FieldLines fields();

    /** {@return whether the server knows who asks} */
    boolean hasPrincipal();

    /** {@return what the client asks of caches} An implementation may read it once only. */
    default RequestDirectives directives() {
        return RequestDirectives.of(fields());
    }

    /** {@return whether its key tells the request from every other that its handler can tell from it} */
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

    /** {@return whether the answer may depend on who asks: there is a principal or an {@code Authorization} field} */
    default boolean isAuthenticated() {
        return hasPrincipal() || fields().has("Authorization");
    }
}
