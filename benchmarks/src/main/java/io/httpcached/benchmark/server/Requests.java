package io.httpcached.benchmark.server;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;

/** Encodes requests as a client sends them. */
final class Requests {

    private Requests() {}

    /**
     * Returns a GET request.
     *
     * @param target the path and the query
     * @param moreLines further field lines, without line ends
     */
    static ByteBuf get(String target, String... moreLines) {
        StringBuilder head = new StringBuilder("GET ")
                .append(target)
                .append(" HTTP/1.1\r\n")
                .append("Host: localhost:8080\r\n")
                .append("User-Agent: benchmark\r\n")
                .append("Accept: application/json\r\n");
        for (String line : moreLines) {
            head.append(line).append("\r\n");
        }
        return Unpooled.directBuffer().writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII));
    }
}
