package io.httpcached.benchmark.backend;

import java.io.IOException;
import java.util.function.Supplier;

/**
 * A client with a fixed number of requests in flight, one on each of its connections. One thread drives it: each exchange
 * sends a request and receives the response to the oldest one.
 */
final class Connections implements AutoCloseable {

    private final Connection[] connections;
    private final Supplier<String> targets;
    private Connection last;
    private int next;

    /**
     * Connects, and sends all requests but the one that the first exchange sends.
     *
     * @param port the port of the server
     * @param concurrency the number of requests in flight
     * @param targets supplies the target of each request
     */
    Connections(int port, int concurrency, Supplier<String> targets) throws IOException {
        this.connections = new Connection[concurrency];
        this.targets = targets;
        for (int i = 0; i < concurrency; i++) {
            connections[i] = new Connection(port);
        }
        last = connections[0];
        for (int i = 1; i < concurrency; i++) {
            send();
        }
    }

    /** Sends a request, and returns the body of the response to the oldest request. */
    byte[] exchange() throws IOException {
        send();
        return receive();
    }

    /** Returns the head of the last response. */
    String head() {
        return last.head();
    }

    private void send() throws IOException {
        connections[next].send(targets.get());
        next = (next + 1) % connections.length;
    }

    private byte[] receive() throws IOException {
        last = connections[next];
        return last.receive();
    }

    @Override
    public void close() throws IOException {
        for (int i = 1; i < connections.length; i++) {
            next = (next + 1) % connections.length;
            receive();
        }
        for (Connection connection : connections) {
            connection.close();
        }
    }
}
