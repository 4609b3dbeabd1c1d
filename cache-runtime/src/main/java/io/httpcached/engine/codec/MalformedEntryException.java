package io.httpcached.engine.codec;

/** Bytes are not what they should be. */
final class MalformedEntryException extends Exception {

    private static final long serialVersionUID = 1L;

    MalformedEntryException(String message) {
        super(message, null, false, false);
    }
}
