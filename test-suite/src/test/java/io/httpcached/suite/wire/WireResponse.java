package io.httpcached.suite.wire;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A response as it was on the wire.
 *
 * @param status the status code
 * @param headers the header lines in order, to the letter
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

    /** {@return the first value of a field, or null} */
    public @Nullable String header(String name) {
        List<String> values = headers(name);
        return values.isEmpty() ? null : values.get(0);
    }

    /** {@return all lines of a field, in order} */
    public List<String> headers(String name) {
        return headers.stream()
                .filter(header -> header.name.equalsIgnoreCase(name))
                .map(Header::value)
                .toList();
    }

    /** {@return what the cache said it did, without its name} */
    public String cacheStatus() {
        String value = header("Cache-Status");
        return value == null ? "none" : value.replaceFirst("^HttpCached; ", "");
    }

    /** {@return whether the answer came from the cache} */
    public boolean isHit() {
        return cacheStatus().startsWith("hit");
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
