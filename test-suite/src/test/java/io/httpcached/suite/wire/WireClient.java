package io.httpcached.suite.wire;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Sends requests over real sockets, each on a new connection, and reads the responses. Thread-safe. */
public final class WireClient {

    private static final int TIMEOUT_MILLIS = 20_000;

    private final int port;

    public WireClient(int port) {
        this.port = port;
    }

    public WireResponse get(String target, String... headerLines) {
        return send("GET", target, headerLines);
    }

    public WireResponse head(String target, String... headerLines) {
        return send("HEAD", target, headerLines);
    }

    /**
     * Sends a request.
     *
     * @param method the method
     * @param target the request target, sent unchanged
     * @param headerLines the header lines, sent unchanged
     * @return the response
     */
    public WireResponse send(String method, String target, String... headerLines) {
        return sendWithContent(method, target, "", headerLines);
    }

    /**
     * Sends a request with content.
     *
     * @param method the method
     * @param target the request target, sent unchanged
     * @param content the content, sent unchanged
     * @param headerLines the header lines, sent unchanged
     * @return the response
     */
    public WireResponse sendWithContent(String method, String target, String content, String... headerLines) {
        StringBuilder head =
                new StringBuilder().append(method).append(' ').append(target).append(" HTTP/1.1\r\n");
        boolean host = false;
        for (String line : headerLines) {
            head.append(line).append("\r\n");
            host |= line.regionMatches(true, 0, "Host:", 0, 5);
        }
        if (!host) {
            head.append("Host: localhost:").append(port).append("\r\n");
        }
        head.append("Connection: close\r\n\r\n").append(content);
        return exchange(method, head.toString());
    }

    private WireResponse exchange(String method, String head) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
            InputStream in = new BufferedInputStream(socket.getInputStream());
            return WireReader.read(method, in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
