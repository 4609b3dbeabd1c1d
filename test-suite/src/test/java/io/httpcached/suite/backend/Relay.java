package io.httpcached.suite.backend;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Forwards bytes between clients and a server, with a fault if a test begins one. Thread-safe. */
public final class Relay implements AutoCloseable {

    private static final int BUFFER = 8 * 1024;

    private final int port;
    private final Set<Exchange> exchanges = ConcurrentHashMap.newKeySet();
    private final Object change = new Object();
    private volatile ServerSocket listening;
    private volatile Fault fault = Fault.NONE;
    private volatile RealServer server;

    /**
     * Starts a relay.
     *
     * @param server the server
     * @param listening the socket that clients connect to, with or without TLS
     */
    Relay(RealServer server, ServerSocket listening) {
        this.server = server;
        this.port = listening.getLocalPort();
        this.listening = listening;
        start(() -> accept(listening));
    }

    /** Starts a relay on a free port of the loopback interface. */
    public static Relay to(RealServer server) {
        return new Relay(server, listen(0));
    }

    public int port() {
        return port;
    }

    /** Closes all connections, and forwards new ones to another server. */
    void forwardTo(RealServer other) {
        server = other;
        exchanges.forEach(exchange -> {
            try {
                exchange.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Begins a fault, which also affects open connections. */
    public void begin(Fault begun) {
        become(begun);
        if (begun == Fault.REFUSE) {
            closeAll();
        }
    }

    /** Ends the fault. */
    public void end() {
        if (fault == Fault.REFUSE) {
            ServerSocket again = listen(port);
            listening = again;
            start(() -> accept(again));
        }
        become(Fault.NONE);
    }

    /** Drops all bytes on the open connections from now on, as a broken network does. New connections work. */
    void silenceOpenConnections() {
        exchanges.forEach(exchange -> exchange.silent = true);
    }

    @Override
    public void close() {
        become(Fault.REFUSE);
        closeAll();
    }

    /** One direction of a connection. */
    static final class Stream {

        private final Relay relay;
        private final Exchange exchange;
        private final Socket from;
        private final Socket to;

        private Stream(Relay relay, Exchange exchange, Socket from, Socket to) {
            this.relay = relay;
            this.exchange = exchange;
            this.from = from;
            this.to = to;
        }

        boolean hasReplies() {
            return from == exchange.server;
        }

        OutputStream to() throws IOException {
            return to.getOutputStream();
        }

        void end() throws IOException {
            exchange.close();
        }

        /** Resets the client's connection instead of closing it in the regular way (RFC 9293 §3.10.7). */
        void reset() throws IOException {
            exchange.client.setSoLinger(true, 0);
            exchange.close();
        }

        void awaitEndOf(Fault fault, long nanos) {
            relay.awaitEndOf(fault, nanos);
        }

        private void copy() throws IOException {
            try (from;
                    to) {
                byte[] buffer = new byte[BUFFER];
                for (int n = from.getInputStream().read(buffer);
                        n >= 0;
                        n = from.getInputStream().read(buffer)) {
                    if (!exchange.silent) {
                        relay.fault.forward(this, Arrays.copyOf(buffer, n));
                    }
                }
            } finally {
                relay.exchanges.remove(exchange);
            }
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

        void close() throws IOException {
            client.close();
            server.close();
        }
    }

    private void accept(ServerSocket door) throws IOException {
        while (true) {
            Socket client = door.accept();
            start(() -> connect(client));
        }
    }

    /** If the server is down, only this connection ends. */
    private void connect(Socket client) throws IOException {
        try (client) {
            RealServer target = server;
            Exchange exchange = new Exchange(client, new Socket(target.host(), target.port()));
            exchanges.add(exchange);
            start(new Stream(this, exchange, exchange.client, exchange.server)::copy);
            new Stream(this, exchange, exchange.server, exchange.client).copy();
        }
    }

    private void become(Fault next) {
        synchronized (change) {
            fault = next;
            change.notifyAll();
        }
    }

    private void awaitEndOf(Fault awaited, long nanos) {
        long since = System.nanoTime();
        synchronized (change) {
            for (long left = nanos; fault == awaited && left > 0; left = nanos - (System.nanoTime() - since)) {
                try {
                    TimeUnit.NANOSECONDS.timedWait(change, left);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
        }
    }

    private void closeAll() {
        try {
            listening.close();
            for (Exchange exchange : exchanges) {
                exchange.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ServerSocket listen(int port) {
        try {
            return new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
                        // One side has closed its socket, so both are closed and there is nothing left to forward.
                    }
                },
                "relay");
        thread.setDaemon(true);
        thread.start();
    }
}
