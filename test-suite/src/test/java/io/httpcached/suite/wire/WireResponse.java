package io.httpcached.suite.wire;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A response as it was sent on the wire.
 *
 * @param status the status code
 * @param headers the header lines in order, unchanged
 * @param body the body without transfer coding
 */
@SuppressWarnings("ArrayRecordComponent") // compared as text by the tests
public record WireResponse(int status, List<Header> headers, byte[] body) {

    /**
     * A header line.
     *
     * @param name the name as it was sent
     * @param value the value without surrounding white space
     */
    public record Header(String name, String value) {}

    /** Returns the value of the first line of a field, or null. */
    public @Nullable String header(String name) {
        List<String> values = headers(name);
        return values.isEmpty() ? null : values.get(0);
    }

    /** Returns the values of all lines of a field, in order. */
    public List<String> headers(String name) {
        return headers.stream()
                .filter(header -> header.name.equalsIgnoreCase(name))
                .map(Header::value)
                .toList();
    }

    /** Returns the value of {@code Cache-Status} without the name of the cache. */
    public String cacheStatus() {
        String value = header("Cache-Status");
        return value == null ? "none" : value.replaceFirst("^HttpCached; ", "");
    }

    /** Returns whether the response is a hit. */
    public boolean isHit() {
        return cacheStatus().startsWith("hit");
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
