package io.httpcached.core;

import java.util.List;

/** The part of a body that a request selects (RFC 9110 §14.2). */
public sealed interface RangeSelection {

    /** The whole body, because {@code Range} is absent or ignored. */
    record Whole() implements RangeSelection {}

    /**
     * One range; the response is 206 with {@code Content-Range}.
     *
     * @param range the range
     */
    record Single(ByteRange range) implements RangeSelection {}

    /**
     * Several ranges; the response is 206 with {@code multipart/byteranges}.
     *
     * @param ranges the ranges in the requested order
     */
    record Multiple(List<ByteRange> ranges) implements RangeSelection {}

    /** A range outside the body; the response is 416. */
    record Unsatisfiable() implements RangeSelection {}
}
