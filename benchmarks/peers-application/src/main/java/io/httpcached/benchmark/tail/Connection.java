package io.httpcached.benchmark.tail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;

/**
 * A persistent HTTP/1.1 connection that reads just enough of each response: the status, {@code Content-Length}, and whether
 * {@code Cache-Status} reports a hit. An exchange allocates no memory. Not thread-safe.
 */
final class Connection implements AutoCloseable {

    private static final byte[] END_OF_HEADER = bytes("\r\n\r\n");
    private static final byte[] CONTENT_LENGTH = bytes("\r\ncontent-length:");
    private static final byte[] CACHE_STATUS = bytes("\r\ncache-status:");
    private static final byte[] HIT = bytes("; hit");

    private final Socket socket;
    private final InputStream input;
    private final OutputStream output;
    private final byte[] response = new byte[16 * 1024];
    private int headerLength;

    Connection(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(10_000);
        input = socket.getInputStream();
        output = socket.getOutputStream();
    }

    /** Sends a request and reads its response to the end. */
    void exchange(byte[] request, int length, int expectedStatus) throws IOException {
        output.write(request, 0, length);
        int received = 0;
        int header = -1;
        while (header < 0) {
            received = read(received);
            header = indexOf(END_OF_HEADER, received);
        }
        headerLength = header + END_OF_HEADER.length;
        int status = number("HTTP/1.1 ".length());
        if (status != expectedStatus) {
            throw new IOException("The response has status %d instead of %d: %s"
                    .formatted(status, expectedStatus, new String(response, 0, received, ISO_8859_1)));
        }
        int field = indexOf(CONTENT_LENGTH, headerLength);
        int end = headerLength + (field < 0 ? 0 : number(field + CONTENT_LENGTH.length));
        while (received < end) {
            received = read(received);
        }
        if (received > end) {
            throw new IOException("More bytes than the response were received");
        }
    }

    /** Returns whether the last response came from a cache. */
    boolean isHit() {
        int field = indexOf(CACHE_STATUS, headerLength);
        if (field < 0) {
            return false;
        }
        int start = field + CACHE_STATUS.length;
        for (int i = start; response[i] != '\r'; i++) {
            if (matches(HIT, i)) {
                return true;
            }
        }
        return false;
    }

    private int read(int received) throws IOException {
        if (received == response.length) {
            throw new IOException("The response has more than %d bytes".formatted(response.length));
        }
        int count = input.read(response, received, response.length - received);
        if (count < 0) {
            throw new EOFException("The server closed the connection");
        }
        return received + count;
    }

    /** Reads a decimal number, which spaces may precede. */
    private int number(int start) {
        int index = start;
        while (response[index] == ' ') {
            index++;
        }
        int value = 0;
        for (; response[index] >= '0' && response[index] <= '9'; index++) {
            value = value * 10 + response[index] - '0';
        }
        return value;
    }

    private int indexOf(byte[] lowerCase, int end) {
        for (int i = 0; i + lowerCase.length <= end; i++) {
            if (matches(lowerCase, i)) {
                return i;
            }
        }
        return -1;
    }

    private boolean matches(byte[] lowerCase, int start) {
        for (int i = 0; i < lowerCase.length; i++) {
            byte actual = response[start + i];
            if ((actual >= 'A' && actual <= 'Z' ? actual + ('a' - 'A') : actual) != lowerCase[i]) {
                return false;
            }
        }
        return true;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
