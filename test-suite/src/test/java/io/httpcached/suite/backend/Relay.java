package io.httpcached.suite.backend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Stands between a client and a server, and hands on what both say: all of it, or none. Thread-safe. */
final class Relay implements AutoCloseable {

    private static final int BUFFER = 8 * 1024;

    private final RealServer behind;
    private final ServerSocket listening;
    private final Set<Exchange> exchanges = ConcurrentHashMap.newKeySet();

    /**
     * Starts to listen.
     *
     * @param behind the server
     * @param listening where clients connect to, with or without TLS
     */
    Relay(RealServer behind, ServerSocket listening) {
        this.behind = behind;
        this.listening = listening;
        start(this::accept);
    }

    /** {@return a relay on a free port of the loopback interface} */
    static Relay to(RealServer behind) {
        try {
            return new Relay(behind, new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return listening.getLocalPort();
    }

    /** From now on swallows what comes over the connections that are open, as a broken network does; others work. */
    void silenceWhatIsOpen() {
        exchanges.forEach(exchange -> exchange.silent = true);
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (Exchange exchange : exchanges) {
            exchange.client.close();
            exchange.server.close();
        }
    }

    private static final class Exchange {

        final Socket client;
        final Socket server;
        volatile boolean silent;

        Exchange(Socket client, Socket server) {
            this.client = client;
            this.server = server;
        }

        void copy(Socket from, Socket to) throws IOException {
            try (from;
                    to) {
                byte[] buffer = new byte[BUFFER];
                for (int n = from.getInputStream().read(buffer);
                        n >= 0;
                        n = from.getInputStream().read(buffer)) {
                    if (!silent) {
                        to.getOutputStream().write(buffer, 0, n);
                    }
                }
            }
        }
    }

    private void accept() throws IOException {
        while (true) {
            Socket client = listening.accept();
            Exchange exchange = new Exchange(client, new Socket(behind.host(), behind.port()));
            exchanges.add(exchange);
            start(() -> exchange.copy(exchange.client, exchange.server));
            start(() -> exchange.copy(exchange.server, exchange.client));
        }
    }

    private interface Traffic {
        void run() throws IOException;
    }

    private static void start(Traffic traffic) {
        Thread thread = new Thread(
                () -> {
                    try {
                        traffic.run();
                    } catch (IOException end) {
                        // One side has closed its socket, and so are both by now: nothing is left to hand on.
                    }
                },
                "relay");
        thread.setDaemon(true);
        thread.start();
    }
}
