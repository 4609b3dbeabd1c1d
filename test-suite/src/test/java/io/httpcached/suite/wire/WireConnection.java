package io.httpcached.suite.wire;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A persistent connection for requests whose responses have bodies. For use by one thread. */
public final class WireConnection implements AutoCloseable {

    private static final int TIMEOUT_MILLIS = 20_000;

    private final Socket socket;
    private final InputStream in;

    public WireConnection(int port) {
        try {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.setTcpNoDelay(true);
            in = new BufferedInputStream(socket.getInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Sends a request without a body.
     *
     * @param method the method, which must not be HEAD
     * @param target the request target, sent unchanged
     * @return the response
     */
    public WireResponse send(String method, String target) {
        String head = method + ' ' + target + " HTTP/1.1\r\nHost: localhost:" + socket.getPort()
                + "\r\nContent-Length: 0\r\n\r\n";
        try {
            socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
            return WireReader.read(method, in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
