package io.httpcached.core;

/** Why a request went on to the handler, in the words of RFC 9211 §2.2. */
public enum Forwarding {
    /** The cache does not handle such requests. */
    BYPASS("bypass"),
    /** The method's semantics require that the handler is called. */
    METHOD("method"),
    /** Nothing is stored for the URI. */
    URI_MISS("uri-miss"),
    /** Something is stored for the URI, but nothing that the request's fields select. */
    VARY_MISS("vary-miss"),
    /** Nothing stored can be used, without telling which of both it was. */
    MISS("miss"),
    /** A stored response was fresh, but the request did not allow its use. */
    REQUEST("request"),
    /** The stored response was stale. */
    STALE("stale"),
    /** The stored response did not hold all the ranges asked for. */
    PARTIAL("partial");

    private final String token;

    Forwarding(String token) {
        this.token = token;
    }

    /** {@return the token that stands in {@code Cache-Status}} */
    public String token() {
        return token;
    }
}
