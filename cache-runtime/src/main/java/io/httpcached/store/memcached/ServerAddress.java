package io.httpcached.store.memcached;

import io.micronaut.context.exceptions.ConfigurationException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address of a server.
 *
 * @param host the host name or IP address
 * @param port the port
 */
record ServerAddress(String host, int port) {

    /** A host without colons, or an IPv6 address in brackets, each with a port. */
    private static final Pattern HOST_AND_PORT = Pattern.compile("([^\\s:\\[\\]]+|\\[[0-9A-Fa-f:.]+]):(\\d{1,5})");

    private static final int HIGHEST_PORT = 65_535;

    /**
     * Parses an address.
     *
     * @param property the name of the property, for the message
     * @param text the configured {@code host:port}
     * @throws ConfigurationException if the text is not an address
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
                property + " must contain servers as host:port, such as cache-1:11211, but contained '" + text + "'.");
    }
}
