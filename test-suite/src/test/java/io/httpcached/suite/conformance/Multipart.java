package io.httpcached.suite.conformance;

import io.httpcached.suite.wire.WireResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** Parses bodies of type {@code multipart/byteranges} strictly as RFC 2046 §5.1.1 requires. */
final class Multipart {

    private static final String BOUNDARY = "multipart/byteranges; boundary=";

    private Multipart() {}

    /**
     * Returns the parts with their fields and content, with a line feed for each line end.
     *
     * @throws IllegalArgumentException if the body is not a valid multipart body
     */
    static List<String> parts(WireResponse response) {
        String type = Objects.requireNonNullElse(response.header("Content-Type"), "none");
        if (!type.startsWith(BOUNDARY)) {
            throw new IllegalArgumentException("The type must be multipart/byteranges, but is " + type);
        }
        String delimiter = "\r\n--" + type.substring(BOUNDARY.length());
        String end = delimiter + "--\r\n";
        String body = response.text();
        if (!body.startsWith(delimiter + "\r\n") || !body.endsWith(end)) {
            throw new IllegalArgumentException("The body must begin and end with the boundary, but is " + body);
        }
        String inner = body.substring(delimiter.length() + 2, body.length() - end.length());
        return Arrays.stream(inner.split(Pattern.quote(delimiter) + "\r\n", -1))
                .map(part -> part.replace("\r\n", "\n"))
                .toList();
    }
}
