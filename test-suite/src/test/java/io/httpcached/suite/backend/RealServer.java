package io.httpcached.suite.backend;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/**
 * The address of a running server.
 *
 * @param host the host name or IP address
 * @param port the port
 * @param origin the source of the server, for messages
 */
public record RealServer(String host, int port, String origin) {

    private static final int CONNECT_TIMEOUT_MILLIS = 2_000;

    /** Returns whether a connection to an address succeeds. It does not check which kind of server listens there. */
    static boolean listens(String host, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), CONNECT_TIMEOUT_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
