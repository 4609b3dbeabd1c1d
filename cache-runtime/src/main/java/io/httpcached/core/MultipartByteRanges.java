package io.httpcached.core;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes bodies of the media type {@code multipart/byteranges} (RFC 9110 §14.6). */
public final class MultipartByteRanges {

    private MultipartByteRanges() {}

    /**
     * {@return the multipart body}
     *
     * @param ranges the ranges
     * @param body the whole body
     * @param contentType the {@code Content-Type} of the whole, null for none
     * @param boundary a text that does not occur in the body
     */
    public static byte[] encode(List<ByteRange> ranges, byte[] body, @Nullable String contentType, String boundary) {
        return io.httpcached.core.Unwritten.yet();
    }
}
