package io.httpcached.core;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Encodes bodies of the media type {@code multipart/byteranges} (RFC 9110 §14.6). */
public final class MultipartByteRanges {

    private MultipartByteRanges() {}

    /**
     * {@return the multipart body}
     *
     * @param ranges the ranges
     * @param body the whole body
     * @param contentType the {@code Content-Type} of the whole body, or null
     * @param boundary a text that does not occur in the body
     * @throws ArithmeticException if the multipart body would be longer than an array can be
     */
    public static byte[] encode(List<ByteRange> ranges, byte[] body, @Nullable String contentType, String boundary) {
        List<byte[]> heads = new ArrayList<>(ranges.size());
        byte[] end = ascii("\r\n--" + boundary + "--\r\n");
        int length = end.length;
        for (ByteRange range : ranges) {
            byte[] head = head(range, body.length, contentType, boundary);
            heads.add(head);
            length = Math.addExact(length, Math.addExact(head.length, range.length()));
        }
        byte[] multipart = new byte[length];
        int at = 0;
        for (int i = 0; i < heads.size(); i++) {
            byte[] head = heads.get(i);
            at = append(multipart, at, head, 0, head.length);
            at = append(
                    multipart, at, body, ranges.get(i).first(), ranges.get(i).length());
        }
        append(multipart, at, end, 0, end.length);
        return multipart;
    }

    private static byte[] head(ByteRange range, int total, @Nullable String contentType, String boundary) {
        String type = contentType == null ? "" : "Content-Type: " + contentType + "\r\n";
        return ascii("\r\n--" + boundary + "\r\n" + type + "Content-Range: " + range.contentRange(total) + "\r\n\r\n");
    }

    private static byte[] ascii(String text) {
        // Field values are octets (RFC 9110 §5.5), which servers pass as ISO 8859-1.
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static int append(byte[] target, int at, byte[] source, int from, int length) {
        System.arraycopy(source, from, target, at, length);
        return at + length;
    }
}
