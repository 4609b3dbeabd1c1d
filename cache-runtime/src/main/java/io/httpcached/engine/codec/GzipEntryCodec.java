package io.httpcached.engine.codec;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** Compresses the output of another codec, for stores whose memory or network costs more than processor time. */
public final class GzipEntryCodec implements EntryCodec {

    private final EntryCodec codec;
    private final int maximumBytes;

    /**
     * Creates a codec.
     *
     * @param codec the codec whose output is compressed
     * @param maximumBytes the maximum decompressed size of an entry; a larger one is treated as damaged
     */
    public GzipEntryCodec(EntryCodec codec, int maximumBytes) {
        this.codec = codec;
        this.maximumBytes = maximumBytes;
    }

    @Override
    public byte[] encode(StoredEntry entry) {
        byte[] plain = codec.encode(entry);
        ByteArrayOutputStream packed = new ByteArrayOutputStream(plain.length / 2 + 64);
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory failed", e);
        }
        return packed.toByteArray();
    }

    @Override
    public @Nullable StoredEntry decode(ByteBuffer bytes) {
        InputStream packed =
                new ByteArrayInputStream(bytes.array(), bytes.arrayOffset() + bytes.position(), bytes.remaining());
        try (GZIPInputStream gzip = new GZIPInputStream(packed)) {
            byte[] plain = gzip.readNBytes(maximumBytes);
            return gzip.read() < 0 ? codec.decode(ByteBuffer.wrap(plain)) : null;
        } catch (IOException damaged) {
            return null;
        }
    }
}
