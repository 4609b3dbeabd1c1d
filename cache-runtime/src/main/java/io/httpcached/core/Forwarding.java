package io.httpcached.core;

/** The reason why a request was forwarded to the handler, as defined in RFC 9211 §2.2. */
public enum Forwarding {
    /** The cache does not handle such requests. */
    BYPASS("bypass"),
    /** The semantics of the method require that the handler is called. */
    METHOD("method"),
    /** No response is stored for the URI. */
    URI_MISS("uri-miss"),
    /** Responses are stored for the URI, but the fields of the request select none of them. */
    VARY_MISS("vary-miss"),
    /** No stored response can be used, for one of the two reasons above. */
    MISS("miss"),
    /** A stored response was fresh, but the request did not allow its use. */
    REQUEST("request"),
    /** The stored response was stale. */
    STALE("stale"),
    /** The stored response did not contain all requested ranges. */
    PARTIAL("partial");

    private final String token;

    Forwarding(String token) {
        this.token = token;
    }

    /** {@return the token in {@code Cache-Status}} */
    public String token() {
        return token;
    }
}
