package io.httpcached.suite.server;

import io.httpcached.suite.wire.WireResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The cache of one client, as browsers have it: it reuses a response with {@code max-age} for requests with the same URI whose
 * values of the fields in {@code Vary} are the same (RFC 9111 §4.1). It never lets a response become stale.
 */
final class PrivateCache {

    private final TestServer server;
    private final List<Exchange> stored = new ArrayList<>();

    private record Exchange(String target, List<String> headerLines, WireResponse response) {

        boolean answers(String otherTarget, List<String> otherLines) {
            return target.equals(otherTarget)
                    && response.headers("Vary").stream()
                            .flatMap(line -> Arrays.stream(line.split(",")))
                            .map(String::trim)
                            .allMatch(name -> !name.equals("*")
                                    && values(headerLines, name).equals(values(otherLines, name)));
        }
    }

    PrivateCache(TestServer server) {
        this.server = server;
    }

    /** Returns the stored response if there is a matching one, or else that of the server. */
    WireResponse get(String target, String... headerLines) {
        List<String> lines = Arrays.asList(headerLines);
        WireResponse known = find(target, lines);
        if (known != null) {
            return known;
        }
        WireResponse response = server.get(target, headerLines);
        if (String.join(",", response.headers("Cache-Control")).contains("max-age")) {
            stored.add(new Exchange(target, lines, response));
        }
        return response;
    }

    /** Returns whether the next such request is answered without the server. */
    boolean has(String target, String... headerLines) {
        return find(target, Arrays.asList(headerLines)) != null;
    }

    private @Nullable WireResponse find(String target, List<String> lines) {
        return stored.stream()
                .filter(exchange -> exchange.answers(target, lines))
                .map(Exchange::response)
                .findFirst()
                .orElse(null);
    }

    private static List<String> values(List<String> headerLines, String name) {
        return headerLines.stream()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ':'))
                .toList();
    }
}
