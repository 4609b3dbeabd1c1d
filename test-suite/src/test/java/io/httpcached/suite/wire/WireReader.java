package io.httpcached.suite.wire;

import io.httpcached.suite.wire.WireResponse.Header;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** Reads responses from a stream. */
final class WireReader {

    private WireReader() {}

    /**
     * Reads a response.
     *
     * @param method the method of the request
     * @param in the stream, which is read to its end if the response has no body
     */
    static WireResponse read(String method, InputStream in) throws IOException {
        return read(method, in, false);
    }

    /**
     * Reads a response, and leaves the stream at the beginning of the next one.
     *
     * @param method the method of the request
     * @param in the stream
     */
    static WireResponse readPersistent(String method, InputStream in) throws IOException {
        return read(method, in, true);
    }

    private static WireResponse read(String method, InputStream in, boolean persistent) throws IOException {
        int status = Integer.parseInt(line(in).split(" ", 3)[1]);
        List<Header> headers = new ArrayList<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.add(new Header(
                    line.substring(0, colon), line.substring(colon + 1).strip()));
        }
        WireResponse head = new WireResponse(status, headers, new byte[0]);
        boolean bodiless = method.equals("HEAD") || status == 304 || status == 204;
        // If a response must not have a body, all bytes that follow it are read as its body, so that tests can assert
        // that there are none.
        byte[] body = bodiless ? persistent ? new byte[0] : in.readAllBytes() : body(head, in);
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
