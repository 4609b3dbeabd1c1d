package io.httpcached.server.body;

/**
 * The bytes of a body, as the body object of a response. Application code that holds such an object can neither read nor
 * modify the bytes, which may be those of a stored entry.
 */
final class EncodedBytes {

    private final byte[] bytes;

    EncodedBytes(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Returns the bytes, which must not be modified. */
    byte[] bytes() {
        return bytes;
    }

    @Override
    public String toString() {
        return "encoded body of " + bytes.length + " bytes";
    }
}
