package io.httpcached.suite.conformance;

import io.httpcached.suite.wire.WireResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** Takes a body of {@code multipart/byteranges} apart, as strictly as RFC 2046 §5.1.1 writes it. */
final class Multipart {

    private static final String BOUNDARY = "multipart/byteranges; boundary=";

    private Multipart() {}

    /**
     * {@return the parts, fields and content, with a line feed for each line end}
     *
     * @throws IllegalArgumentException if the body is no such one
     */
    static List<String> parts(WireResponse response) {
        String type = Objects.requireNonNullElse(response.header("Content-Type"), "none");
        if (!type.startsWith(BOUNDARY)) {
            throw new IllegalArgumentException("The type is " + type);
        }
        String delimiter = "\r\n--" + type.substring(BOUNDARY.length());
        String end = delimiter + "--\r\n";
        String body = response.text();
        if (!body.startsWith(delimiter + "\r\n") || !body.endsWith(end)) {
            throw new IllegalArgumentException("The body does not begin and end as it should: " + body);
        }
        String inner = body.substring(delimiter.length() + 2, body.length() - end.length());
        return Arrays.stream(inner.split(Pattern.quote(delimiter) + "\r\n", -1))
                .map(part -> part.replace("\r\n", "\n"))
                .toList();
    }
}
