package io.httpcached.suite.backend;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/**
 * A server that listens.
 *
 * @param host its host name or address
 * @param port its port
 * @param origin where it came from, for messages
 */
public record RealServer(String host, int port, String origin) {

    private static final int CONNECT_TIMEOUT_MILLIS = 2_000;

    /** {@return whether a connection can be made to an address, which says nothing of what answers there} */
    static boolean listens(String host, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), CONNECT_TIMEOUT_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
