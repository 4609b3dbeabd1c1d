package io.httpcached.core;

/**
 * A range of bytes within a body.
 *
 * @param first the offset of the first byte
 * @param last the offset of the last byte, inclusive
 */
public record ByteRange(int first, int last) {

    /** {@return the number of bytes} */
    public int length() {
        return last - first + 1;
    }

    /**
     * {@return the value of {@code Content-Range} (RFC 9110 §14.4)}
     *
     * @param total the length of the whole body
     */
    public String contentRange(int total) {
        return "bytes " + first + '-' + last + '/' + total;
    }
}
