package io.httpcached.benchmark.backend;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A client with one persistent connection. It parses only the necessary parts of a response, and keeps the head of the
 * last one.
 */
final class Connection implements AutoCloseable {

    private static final String LENGTH = "\r\ncontent-length: ";

    private static final int TIMEOUT_MILLIS = 20_000;

    private final Socket socket;
    private final InputStream in;
    private String head = "";

    Connection(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        in = new BufferedInputStream(socket.getInputStream(), 64 * 1024);
    }

    /** Sends a GET request and returns the body of the response. */
    byte[] get(String target) throws IOException {
        send(target);
        return receive();
    }

    /** Sends a GET request. */
    void send(String target) throws IOException {
        socket.getOutputStream().write(request(target));
    }

    /** Waits for the response to the request that was sent, and returns its body. */
    byte[] receive() throws IOException {
        head = readHead();
        if (!head.startsWith("HTTP/1.1 200 ")) {
            throw new IOException("The response is not 200: " + head);
        }
        int start = head.indexOf(LENGTH) + LENGTH.length();
        return in.readNBytes(Integer.parseInt(head.substring(start, head.indexOf('\r', start))));
    }

    /** Returns the head of the last response, in lower case except for its first line. */
    String head() {
        return head;
    }

    private static byte[] request(String target) {
        return ("GET " + target + " HTTP/1.1\r\nHost: localhost\r\nAccept: application/json\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private String readHead() throws IOException {
        StringBuilder text = new StringBuilder(512);
        int ends = 0;
        while (ends < 4) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException("The server closed the connection after: " + text);
            }
            text.append((char) next);
            ends = next == '\r' || next == '\n' ? ends + 1 : 0;
        }
        int firstLine = text.indexOf("\r\n");
        return text.substring(0, firstLine) + text.substring(firstLine).toLowerCase(Locale.ROOT);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
