package io.httpcached.server.reads;

/** Signals that a handler read a part of its request that the key does not contain, where {@code unkeyed-reads} is {@code fail}. */
public final class UnkeyedReadException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnkeyedReadException(String message) {
        super(message);
    }
}
