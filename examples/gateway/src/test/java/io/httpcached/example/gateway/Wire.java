package io.httpcached.example.gateway;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads and writes HTTP/1.1 on a socket byte by byte, because the clients of the JDK would repair or reject the
 * messages that these tests need.
 */
final class Wire {

    private static final int TIMEOUT_MILLIS = 20_000;

    private Wire() {}

    static Socket connect(int port) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        return socket;
    }

    /** Returns the bytes of a message. In the given head, each line ends with {@code \n}. */
    static byte[] bytes(String message) {
        int end = message.indexOf("\n\n") + 2;
        return (message.substring(0, end).replace("\n", "\r\n") + message.substring(end))
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Sends a request on a new connection and returns the response. */
    static Message exchange(int port, String request) throws IOException {
        try (Socket socket = connect(port)) {
            socket.getOutputStream().write(bytes(request));
            return response(new BufferedInputStream(socket.getInputStream()), request.startsWith("HEAD "));
        }
    }

    /** Returns the start line and the header lines, without a body. */
    static Message head(InputStream in) throws IOException {
        String start = line(in);
        List<String> lines = new ArrayList<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            lines.add(line);
        }
        return new Message(start, lines, new byte[0]);
    }

    static Message response(InputStream in, boolean toHead) throws IOException {
        Message head = head(in);
        // If a response must not have a body, all bytes that follow it are read as its body, so that tests can assert
        // that there are none.
        boolean bodiless = toHead || head.status() == 204 || head.status() == 304;
        return new Message(head.startLine(), head.lines(), bodiless ? in.readAllBytes() : body(head, in));
    }

    /** Returns the whole body that follows a head. */
    static byte[] body(Message head, InputStream in) throws IOException {
        if (head.value("Transfer-Encoding").equals("chunked")) {
            return chunked(in);
        }
        String length = head.value("Content-Length");
        if (length.isEmpty()) {
            return in.readAllBytes();
        }
        byte[] body = in.readNBytes(Integer.parseInt(length));
        if (body.length < Integer.parseInt(length)) {
            throw new EOFException("The body ended after " + body.length + " of " + length + " bytes");
        }
        return body;
    }

    private static byte[] chunked(InputStream in) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (byte[] chunk = chunk(in); chunk.length > 0; chunk = chunk(in)) {
            body.write(chunk);
        }
        return body.toByteArray();
    }

    /** Returns the next chunk, which is empty at the end of the body. */
    static byte[] chunk(InputStream in) throws IOException {
        byte[] chunk = in.readNBytes(Integer.parseInt(line(in), 16));
        line(in);
        return chunk;
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("The connection was closed after: " + line);
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }
}
