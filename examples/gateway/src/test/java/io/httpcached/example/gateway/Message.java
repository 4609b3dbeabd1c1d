package io.httpcached.example.gateway;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A request or response as it was sent on the wire.
 *
 * @param startLine the request line or the status line
 * @param lines the unparsed header lines
 * @param body the body without transfer coding
 */
@SuppressWarnings("ArrayRecordComponent") // compared by its contents where it is compared
record Message(String startLine, List<String> lines, byte[] body) {

    /** Returns the values of all lines of a field, in order. */
    List<String> values(String name) {
        return lines.stream()
                .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                .map(line -> line.substring(name.length() + 1).strip())
                .toList();
    }

    String value(String name) {
        return String.join("|", values(name));
    }

    int status() {
        return Integer.parseInt(startLine.split(" ", 3)[1]);
    }

    /** Returns the value of {@code Cache-Status} without the name of the cache. */
    String cacheStatus() {
        return value("Cache-Status").replaceFirst("^HttpCached; ", "");
    }

    boolean isHit() {
        return cacheStatus().startsWith("hit");
    }

    String text() {
        return new String(body, StandardCharsets.ISO_8859_1);
    }
}
