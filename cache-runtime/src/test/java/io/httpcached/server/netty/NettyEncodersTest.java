package io.httpcached.server.netty;

import static org.assertj.core.api.Assertions.assertThat;

import com.aayushatharva.brotli4j.decoder.BrotliInputStream;
import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdInputStream;
import io.httpcached.core.Coding;
import io.httpcached.core.ContentEncoder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that the encoders of Netty write what the libraries read, for bodies of all sizes. */
class NettyEncodersTest {

    private final List<ContentEncoder> encoders = NettyEncoders.available(6);

    @ParameterizedTest
    @ValueSource(ints = {1, 100, 65_535, 65_536, 65_537, 3_000_000})
    void theLibrariesReadWhatTheEncodersWrite(int length) throws IOException {
        assertThat(encoders).extracting(ContentEncoder::coding).containsExactly(Coding.BROTLI, Coding.ZSTD);
        for (byte[] body : List.of(new byte[length], random(length))) {
            try (InputStream plain = new BrotliInputStream(new ByteArrayInputStream(encode(0, body)))) {
                assertThat(plain.readAllBytes()).isEqualTo(body);
            }
            byte[] zstd = encode(1, body);
            try (InputStream plain = new ZstdInputStream(new ByteArrayInputStream(zstd))) {
                assertThat(plain.readAllBytes()).isEqualTo(body);
            }
            assertThat(Zstd.findFrameCompressedSize(zstd)).as("one frame").isEqualTo(zstd.length);
        }
    }

    /** RFC 9659: a decoder may reject windows of more than 8 MB. */
    @ParameterizedTest
    @ValueSource(ints = {0, 6, 9})
    void theWindowOfALargeBodyIsOneThatEachClientAccepts(int level) throws IOException {
        byte[] body = random(20_000_000);
        byte[] zstd = NettyEncoders.available(level).get(1).encode().apply(body);
        try (ZstdInputStream plain = new ZstdInputStream(new ByteArrayInputStream(zstd)).setLongMax(23)) {
            assertThat(plain.readAllBytes()).isEqualTo(body);
        }
    }

    private byte[] encode(int index, byte[] body) {
        return encoders.get(index).encode().apply(body);
    }

    private static byte[] random(int length) {
        byte[] body = new byte[length];
        new Random(length).nextBytes(body);
        return body;
    }
}
