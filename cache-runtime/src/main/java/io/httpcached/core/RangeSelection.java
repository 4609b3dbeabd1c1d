package io.httpcached.core;

import java.util.List;

/** What a request asks for of a body (RFC 9110 §14.2). */
public sealed interface RangeSelection {

    /** All of it: there is no {@code Range}, or it is to be ignored. */
    record Whole() implements RangeSelection {}

    /**
     * One range, answered with 206 and {@code Content-Range}.
     *
     * @param range the range
     */
    record Single(ByteRange range) implements RangeSelection {}

    /**
     * Several ranges, answered with 206 and {@code multipart/byteranges}.
     *
     * @param ranges the ranges in the order asked for
     */
    record Multiple(List<ByteRange> ranges) implements RangeSelection {}

    /** Nothing that exists, answered with 416. */
    record Unsatisfiable() implements RangeSelection {}
}
