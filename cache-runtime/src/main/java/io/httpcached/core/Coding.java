package io.httpcached.core;

import java.util.List;

/** A content coding that this cache can apply to a body (RFC 9110 §8.4.1). */
public enum Coding {

    /** Brotli (RFC 7932). */
    BROTLI("br"),

    /** Zstandard (RFC 8878). */
    ZSTD("zstd"),

    /** Gzip (RFC 9110 §8.4.1.3). */
    GZIP("gzip");

    /** All codings. Of those that a client prefers equally, the first one is for it: it is the smallest. */
    static final List<Coding> ALL = List.of(values());

    private final String token;

    Coding(String token) {
        this.token = token;
    }

    /** {@return the name in {@code Accept-Encoding} and {@code Content-Encoding}} */
    public String token() {
        return token;
    }
}
