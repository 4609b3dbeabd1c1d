package io.httpcached.example.gateway;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.MutableHttpHeaders;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Tells the fields of a message from those of the connection that it came by (RFC 9110 §7.6.1). */
final class EndToEndFields {

    /**
     * What no message takes further: fields about the connection, about its framing, and about the proxy at its other end
     * (RFC 9110 §7.6.1, §11.7); trailer fields are not passed on, so {@code Trailer} would announce what does not come.
     */
    private static final List<String> OF_ONE_CONNECTION = List.of(
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
     * Adds the end-to-end fields of one message to another: every line, empty ones included, and the lines of a name in
     * their order.
     *
     * @param from the message that came
     * @param to the message that goes on
     * @param left further fields to leave out
     */
    static void copy(HttpHeaders from, MutableHttpHeaders to, String... left) {
        Set<String> leftOut = names(OF_ONE_CONNECTION);
        leftOut.addAll(List.of(left));
        leftOut.addAll(connectionOptions(from));
        // Netty lists a name once for each of its spellings, and gives all of its lines for each of them.
        for (String name : names(from.names())) {
            if (!leftOut.contains(name)) {
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
