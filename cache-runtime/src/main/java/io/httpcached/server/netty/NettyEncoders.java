package io.httpcached.server.netty;

import io.httpcached.core.Coding;
import io.httpcached.core.ContentEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandler;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.compression.Brotli;
import io.netty.handler.codec.compression.BrotliEncoder;
import io.netty.handler.codec.compression.Zstd;
import io.netty.handler.codec.compression.ZstdEncoder;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/** Netty's encoders for the codings whose libraries are on the class path. Stateless. */
final class NettyEncoders {

    private NettyEncoders() {}

    /**
     * {@return the encoders that can be used here, in the order in which the server prefers them for other responses}
     *
     * @param level the compression level, for the codings that have the same levels as gzip
     */
    static List<ContentEncoder> available(int level) {
        List<ContentEncoder> found = new ArrayList<>();
        if (Brotli.isAvailable()) {
            found.add(new ContentEncoder(Coding.BROTLI, body -> encode(body, new BrotliEncoder())));
        }
        if (Zstd.isAvailable()) {
            // One block, and so one frame, for the whole body.
            found.add(new ContentEncoder(
                    Coding.ZSTD, body -> encode(body, new ZstdEncoder(level, body.length, Integer.MAX_VALUE))));
        }
        return List.copyOf(found);
    }

    private static byte[] encode(byte[] body, ChannelHandler encoder) {
        EmbeddedChannel channel = new EmbeddedChannel(encoder);
        try {
            channel.writeOutbound(Unpooled.wrappedBuffer(body));
            // The last bytes come with the end of the channel.
            channel.finish();
            return readAll(channel);
        } finally {
            channel.finishAndReleaseAll();
        }
    }

    private static byte[] readAll(EmbeddedChannel channel) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (ByteBuf part = channel.readOutbound(); part != null; part = channel.readOutbound()) {
            all.writeBytes(ByteBufUtil.getBytes(part));
            part.release();
        }
        return all.toByteArray();
    }
}
