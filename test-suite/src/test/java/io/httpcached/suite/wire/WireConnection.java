package io.httpcached.suite.wire;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A persistent connection. For use by one thread. */
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
     * Sends a request without a body, and reads the response. Bytes after a response that must not have a body are read as
     * the beginning of the next one, which fails then.
     *
     * @param method the method
     * @param target the request target, sent unchanged
     * @param headerLines the header lines, sent unchanged
     * @return the response
     */
    public WireResponse send(String method, String target, String... headerLines) {
        write(method, target, headerLines);
        return read(method);
    }

    /**
     * Reads a response, and leaves the connection at the beginning of the next one.
     *
     * @param method the method of the request
     * @return the response
     */
    public WireResponse read(String method) {
        try {
            return WireReader.readPersistent(method, in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends a request without a body, and does not read the response. */
    public void write(String method, String target, String... headerLines) {
        StringBuilder head = new StringBuilder(method + ' ' + target + " HTTP/1.1\r\nHost: localhost:"
                + socket.getPort() + "\r\nContent-Length: 0\r\n");
        for (String line : headerLines) {
            head.append(line).append("\r\n");
        }
        write(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Sends bytes unchanged. */
    public void write(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads some bytes of a response, if there are any. */
    public void readSome(int bytes) {
        try {
            in.readNBytes(bytes);
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
