package io.httpcached.example.gateway;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.MutableHttpHeaders;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Copies the end-to-end header fields of a message without those of its connection (RFC 9110 §7.6.1). */
final class EndToEndFields {

    /**
     * Fields that are never forwarded: those about the connection, its framing, and the proxy at its other end (RFC
     * 9110 §7.6.1, §11.7). Trailer fields are not forwarded, so {@code Trailer} would announce fields that never
     * arrive.
     */
    private static final List<String> HOP_BY_HOP = List.of(
            "Connection",
            "Keep-Alive",
            "Proxy-Authenticate",
            "Proxy-Authentication-Info",
            "Proxy-Authorization",
            "Proxy-Connection",
            "TE",
            "Trailer",
            "Transfer-Encoding",
            "Upgrade");

    private EndToEndFields() {}

    /**
     * Adds the end-to-end fields of one message to another. It copies every field line, including empty ones, and keeps
     * the order of the lines of each name.
     *
     * @param from the header fields of the received message
     * @param to the header fields of the forwarded message
     * @param excluded names of further fields to leave out
     */
    static void copy(HttpHeaders from, MutableHttpHeaders to, String... excluded) {
        Set<String> skipped = names(HOP_BY_HOP);
        skipped.addAll(List.of(excluded));
        skipped.addAll(connectionOptions(from));
        // Netty lists a name once for each spelling, and returns all lines of the name for each of them.
        for (String name : names(from.names())) {
            if (!skipped.contains(name)) {
                from.getAll(name).forEach(value -> to.add(name, value));
            }
        }
    }

    private static Set<String> connectionOptions(HttpHeaders headers) {
        Set<String> options = names(List.of());
        for (String line : headers.getAll("Connection")) {
            for (String option : line.split(",", -1)) {
                options.add(option.strip());
            }
        }
        return options;
    }

    private static Set<String> names(Iterable<String> names) {
        Set<String> set = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        names.forEach(set::add);
        return set;
    }
}
