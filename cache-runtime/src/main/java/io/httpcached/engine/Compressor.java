package io.httpcached.engine;

import io.httpcached.core.ContentCoding;
import io.httpcached.core.StoredResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/** Compresses a body once, when it is stored, so that hits do not each compress it. */
final class Compressor {

    private Compressor() {}

    static StoredResponse offer(StoredResponse response, Compression compression) {
        boolean compress = ContentCoding.mayCompress(response) && compression.isWorthwhile(response);
        return compress ? ContentCoding.withGzip(response, gzip(response.body(), compression.level())) : response;
    }

    private static byte[] gzip(byte[] body, int level) {
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
