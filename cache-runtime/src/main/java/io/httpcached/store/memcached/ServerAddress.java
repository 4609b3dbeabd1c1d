package io.httpcached.store.memcached;

import io.micronaut.context.exceptions.ConfigurationException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a server listens.
 *
 * @param host its host name or address
 * @param port its port
 */
record ServerAddress(String host, int port) {

    /** A host without colons, or an IPv6 address in brackets, each with a port. */
    private static final Pattern HOST_AND_PORT = Pattern.compile("([^\\s:\\[\\]]+|\\[[0-9A-Fa-f:.]+]):(\\d{1,5})");

    private static final int HIGHEST_PORT = 65_535;

    /**
     * Reads an address.
     *
     * @param property what the text is the value of, for the message
     * @param text a host and a port
     * @throws ConfigurationException if it is not that
     */
    static ServerAddress parse(String property, String text) {
        Matcher matcher = HOST_AND_PORT.matcher(text);
        if (matcher.matches()) {
            int port = Integer.parseInt(matcher.group(2));
            if (port >= 1 && port <= HIGHEST_PORT) {
                return new ServerAddress(matcher.group(1).replaceAll("[\\[\\]]", ""), port);
            }
        }
        throw new ConfigurationException(
                property + ": '" + text + "' is not a server; write its host and its port, such as cache-1:11211");
    }
}
