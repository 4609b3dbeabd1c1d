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

/** HTTP/1.1 on a socket, byte by byte: what clients of the JDK would mend or refuse is what these tests are about. */
final class Wire {

    private static final int TIMEOUT_MILLIS = 20_000;

    private Wire() {}

    static Socket connect(int port) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        return socket;
    }

    /** {@return the bytes of a message whose head is written with {@code \n} at the ends of its lines} */
    static byte[] bytes(String message) {
        int end = message.indexOf("\n\n") + 2;
        return (message.substring(0, end).replace("\n", "\r\n") + message.substring(end))
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Sends a request on a connection of its own. {@return the response} */
    static Message exchange(int port, String request) throws IOException {
        try (Socket socket = connect(port)) {
            socket.getOutputStream().write(bytes(request));
            return response(new BufferedInputStream(socket.getInputStream()), request.startsWith("HEAD "));
        }
    }

    /** {@return the start line and the header lines, and no body} */
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
        // What follows a response that must not have a body is shown as its body, so that tests can see that nothing
        // does.
        boolean bodiless = toHead || head.status() == 204 || head.status() == 304;
        return new Message(head.startLine(), head.lines(), bodiless ? in.readAllBytes() : body(head, in));
    }

    /** {@return the body that follows a head, to its end} */
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
            throw new EOFException("The body has " + body.length + " bytes of " + length);
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

    /** {@return the next chunk, an empty one at the end} */
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
