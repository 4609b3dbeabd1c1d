package io.httpcached.suite.wire;

import io.httpcached.suite.wire.WireResponse.Header;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Sends one request a connection over a real socket and reads the response. Thread-safe. */
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
     * @param method its method
     * @param target its request target, to the letter
     * @param headerLines header lines, to the letter
     * @return the response
     */
    public WireResponse send(String method, String target, String... headerLines) {
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
        head.append("Connection: close\r\n\r\n");
        return exchange(method, head.toString());
    }

    private WireResponse exchange(String method, String head) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
            InputStream in = new BufferedInputStream(socket.getInputStream());
            return read(method, in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static WireResponse read(String method, InputStream in) throws IOException {
        int status = Integer.parseInt(line(in).split(" ", 3)[1]);
        List<Header> headers = new ArrayList<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.add(new Header(
                    line.substring(0, colon), line.substring(colon + 1).strip()));
        }
        WireResponse head = new WireResponse(status, headers, new byte[0]);
        boolean bodiless = method.equals("HEAD") || status == 304 || status == 204;
        // Whatever follows a response without a body is shown as its body, so that tests can see that there is none.
        byte[] body = bodiless ? in.readAllBytes() : body(head, in);
        return new WireResponse(status, headers, body);
    }

    private static byte[] body(WireResponse head, InputStream in) throws IOException {
        if ("chunked".equals(head.header("Transfer-Encoding"))) {
            return chunked(in);
        }
        String length = head.header("Content-Length");
        return length == null ? in.readAllBytes() : in.readNBytes(Integer.parseInt(length));
    }

    private static byte[] chunked(InputStream in) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = chunkSize(in); size > 0; size = chunkSize(in)) {
            body.write(in.readNBytes(size));
            line(in);
        }
        return body.toByteArray();
    }

    private static int chunkSize(InputStream in) throws IOException {
        return Integer.parseInt(line(in).split(";", 2)[0].strip(), 16);
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("The server closed the connection after: " + line);
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }
}
