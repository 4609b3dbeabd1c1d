package io.httpcached.benchmark.server;

import io.httpcached.benchmark.application.BenchmarkApplication;
import io.micronaut.context.ApplicationContext;
import io.micronaut.http.server.netty.NettyHttpServer;
import io.micronaut.runtime.server.EmbeddedServer;
import io.netty.buffer.ByteBuf;
import io.netty.channel.embedded.EmbeddedChannel;
import java.io.ByteArrayOutputStream;
import java.util.Map;

/**
 * The application behind one in-memory connection. The caller's thread does all work from the bytes of the request to
 * those of the response. A route that changes threads has no response when the call returns, so the call fails. Not
 * thread-safe.
 */
final class InProcessServer implements AutoCloseable {

    /** The offset of the status code in {@code HTTP/1.1 200 OK}. */
    private static final int STATUS_OFFSET = 9;

    private final ApplicationContext application;
    private final EmbeddedChannel channel;

    private InProcessServer(ApplicationContext application, EmbeddedChannel channel) {
        this.application = application;
        this.channel = channel;
    }

    /** Starts the application with its own settings. */
    static InProcessServer start() {
        return start(Map.of());
    }

    /** Starts the application with properties in addition to its own, or in their place. */
    static InProcessServer start(Map<String, Object> settings) {
        ApplicationContext application = BenchmarkApplication.start(settings);
        NettyHttpServer server = (NettyHttpServer) application.getBean(EmbeddedServer.class);
        EmbeddedChannel channel = server.buildEmbeddedChannel(false);
        channel.freezeTime(); // otherwise the server would close the connection as idle
        return new InProcessServer(application, channel);
    }

    <T> T bean(Class<T> type) {
        return application.getBean(type);
    }

    /**
     * Sends a request, checks the status of the response and drops it.
     *
     * @param request the request, which is not consumed
     * @param status the expected status code
     * @return the length of the response in bytes
     * @throws IllegalStateException if the status differs, or if there is no response
     */
    int exchange(ByteBuf request, int status) {
        send(request);
        int length = 0;
        ByteBuf part = channel.readOutbound();
        requireStatus(part, status);
        while (part != null) {
            length += part.readableBytes();
            part.release();
            part = channel.readOutbound();
        }
        return length;
    }

    /**
     * Sends a request and reads the response.
     *
     * @param request the request, which is not consumed
     * @return the response
     */
    Reply read(ByteBuf request) {
        send(request);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ByteBuf part = channel.readOutbound();
        while (part != null) {
            byte[] copy = new byte[part.readableBytes()];
            part.readBytes(copy).release();
            bytes.writeBytes(copy);
            part = channel.readOutbound();
        }
        return Reply.parse(bytes.toByteArray());
    }

    private void send(ByteBuf request) {
        channel.writeInbound(request.retainedDuplicate());
        channel.runPendingTasks();
    }

    private static void requireStatus(ByteBuf head, int status) {
        int start = head.readerIndex() + STATUS_OFFSET;
        int found = digit(head, start) * 100 + digit(head, start + 1) * 10 + digit(head, start + 2);
        if (found != status) {
            throw new IllegalStateException("Expected " + status + ", received " + found);
        }
    }

    private static int digit(ByteBuf buffer, int index) {
        return buffer.getByte(index) - '0';
    }

    @Override
    public void close() {
        channel.finishAndReleaseAll();
        application.close();
    }
}
