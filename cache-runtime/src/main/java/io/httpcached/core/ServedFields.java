package io.httpcached.core;

/** The header fields of answers from the store. */
public final class ServedFields {

    private ServedFields() {}

    /**
     * {@return the fields of a full answer: those stored, to the letter, and {@code Age}; and a {@code Cache-Control} of
     * the policy's {@code clientTtl} where the lifetime is the policy's}
     *
     * @param stored the response
     * @param age its age in seconds
     * @param policy the route's policy
     */
    public static Fields full(StoredResponse stored, long age, CachePolicy policy) {
        return io.httpcached.core.Unwritten.yet();
    }

    /**
     * {@return the fields of a 304 (RFC 9110 §15.4.5)}
     *
     * @param full the fields of the 200 it stands for
     */
    public static Fields notModified(Fields full) {
        return io.httpcached.core.Unwritten.yet();
    }

    /**
     * {@return the fields of a 206 with one range (RFC 9110 §15.3.7.1)}
     *
     * @param full the fields of the 200 it stands for
     * @param range the range
     * @param total the length of the whole body
     */
    public static Fields partial(Fields full, ByteRange range, int total) {
        return io.httpcached.core.Unwritten.yet();
    }

    /**
     * {@return the fields of a 206 with several ranges (RFC 9110 §15.3.7.2)}
     *
     * @param full the fields of the 200 it stands for
     * @param boundary the boundary between parts
     * @param length the length of the multipart body
     */
    public static Fields multipart(Fields full, String boundary, int length) {
        return io.httpcached.core.Unwritten.yet();
    }

    /**
     * {@return the fields of a 416 (RFC 9110 §15.5.17)}
     *
     * @param full the fields of the 200 that would have been the answer
     * @param total the length of the whole body
     */
    public static Fields unsatisfiable(Fields full, int total) {
        return io.httpcached.core.Unwritten.yet();
    }
}
