package io.httpcached.engine;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/** Compresses bodies with gzip (RFC 9110 §8.4.1.3). */
final class Compressor {

    private Compressor() {}

    /**
     * {@return the compressed body}
     *
     * @param body the body
     * @param level the compression level, from 0 (none) to 9 (most)
     */
    static byte[] gzip(byte[] body, int level) {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream(body.length / 4 + 64);
        try (Gzip gzip = new Gzip(compressed, level)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory failed", e);
        }
        return compressed.toByteArray();
    }

    private static final class Gzip extends GZIPOutputStream {

        Gzip(ByteArrayOutputStream out, int level) throws IOException {
            super(out);
            def.setLevel(level);
        }
    }
}
