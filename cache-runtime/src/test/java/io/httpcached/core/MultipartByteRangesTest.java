package io.httpcached.core;

import static io.httpcached.core.Samples.BODY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class MultipartByteRangesTest {

    private static String encode(List<ByteRange> ranges, byte[] body, String contentType) {
        return new String(MultipartByteRanges.encode(ranges, body, contentType, "B"), StandardCharsets.ISO_8859_1);
    }

    @Test
    void eachRangeIsAPartWithItsPlace() {
        assertThat(encode(List.of(new ByteRange(8, 9), new ByteRange(0, 2)), BODY, "text/plain"))
                .isEqualTo(String.join(
                        "\r\n",
                        "",
                        "--B",
                        "Content-Type: text/plain",
                        "Content-Range: bytes 8-9/10",
                        "",
                        "89",
                        "--B",
                        "Content-Type: text/plain",
                        "Content-Range: bytes 0-2/10",
                        "",
                        "012",
                        "--B--",
                        ""));
    }

    @Test
    void withoutAMediaTypePartsHaveNone() {
        byte[] encoded = MultipartByteRanges.encode(List.of(new ByteRange(0, 0)), BODY, null, "B");
        assertThat(new String(encoded, StandardCharsets.US_ASCII)).doesNotContain("Content-Type");
    }

    @Test
    void bytesStayAsTheyAre() {
        byte[] body = {0, -1, 13, 10};
        assertThat(MultipartByteRanges.encode(List.of(new ByteRange(0, 3)), body, null, "B"))
                .containsSubsequence(0, -1, 13, 10);
        assertThat(encode(List.of(new ByteRange(0, 0)), body, "text/\u00e9")).contains("text/\u00e9");
    }

    @Test
    void whatNoArrayCouldHoldIsRefused() {
        byte[] body = new byte[1 << 20];
        List<ByteRange> ranges = Collections.nCopies(2048, new ByteRange(0, body.length - 1));
        assertThatThrownBy(() -> MultipartByteRanges.encode(ranges, body, null, "B"))
                .isInstanceOf(ArithmeticException.class);
    }
}
