package io.httpcached.benchmark.backend;

import io.httpcached.benchmark.server.Body;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Requests over a socket for one response in a backend: to a cached route, or to a controller that reads the same bytes
 * with the backend's own client.
 */
final class HitRequests implements AutoCloseable {

    private final BackendApplication application;
    private final Connections connections;
    private final Predicate<String> isMeasured;
    private final byte[] page;

    private HitRequests(
            BackendApplication application, Connections connections, Predicate<String> isMeasured, byte[] page) {
        this.application = application;
        this.connections = connections;
        this.isMeasured = isMeasured;
        this.page = page;
    }

    /** Starts the backend and the application, and stores the response in the backend. */
    static HitRequests start(Backend backend, Route route, Body body, int concurrency) throws IOException {
        BackendApplication application = BackendApplication.start(backend, Map.of());
        byte[] page = await(HitRequests::isHit, application.port(), "/cached/" + body.segment());
        application.bean(BareController.class).keep(body.segment(), page);
        String target = (route == Route.CACHED ? "/cached/" : "/bare/") + body.segment();
        Connections connections = new Connections(application.port(), concurrency, () -> target);
        return new HitRequests(application, connections, head -> isHit(head) == (route == Route.CACHED), page);
    }

    /** Starts Redis and an application with a store, and stores the response. */
    static HitRequests start(HitStore store, Body body, int concurrency) throws IOException {
        BackendApplication application = BackendApplication.start(Backend.REDIS, store.properties());
        String target = "/cached/" + body.segment();
        byte[] page = await(store::answered, application.port(), target);
        Connections connections = new Connections(application.port(), concurrency, () -> target);
        return new HitRequests(application, connections, store::answered, page);
    }

    /** Waits for the first hit, because the cache sends the first response before it stores it. */
    private static byte[] await(Predicate<String> isWanted, int port, String target) throws IOException {
        try (Connection connection = new Connection(port)) {
            while (true) {
                byte[] page = connection.get(target);
                if (isWanted.test(connection.head())) {
                    return page;
                }
            }
        }
    }

    private static boolean isHit(String head) {
        return head.contains("; hit");
    }

    /** Sends a request, receives a response and returns the length of its body. */
    int next() {
        try {
            byte[] received = connections.exchange();
            if (!isMeasured.test(connections.head())) {
                throw new IllegalStateException("A response is not of the measured kind: " + connections.head());
            }
            return received.length;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Checks a response and stops all processes. */
    @Override
    public void close() throws IOException {
        if (!Arrays.equals(connections.exchange(), page)) {
            throw new IllegalStateException("The last response has other bytes: " + connections.head());
        }
        connections.close();
        application.close();
    }
}
