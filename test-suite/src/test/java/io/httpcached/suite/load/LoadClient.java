package io.httpcached.suite.load;

import io.httpcached.suite.wire.WireConnection;
import io.httpcached.suite.wire.WireResponse;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** One client: sends requests to the nodes, with short pauses, until it is stopped. */
final class LoadClient implements Runnable {

    private static final int REQUESTS_PER_CONNECTION = 200;
    private static final int PAUSE_MICROS = 6_000;

    private final List<LoadNode> nodes;
    private final LoadGate gate;
    private final LoadResults results;
    private final LoadRequests requests;
    private final Random random;

    LoadClient(int number, List<LoadNode> nodes, LoadGate gate, LoadRequests requests, LoadResults results) {
        this.nodes = nodes;
        this.gate = gate;
        this.results = results;
        this.requests = requests;
        this.random = new Random(1000L + number);
    }

    @Override
    public void run() {
        while (gate.pass()) {
            LoadNode node = nodes.get(random.nextInt(nodes.size()));
            LoadNode.Life life = node.life();
            if (life.isEnded()) {
                pause();
            } else {
                sendToOneNode(node, life);
            }
        }
    }

    /** A connection fails if its node is killed, and for no other reason. */
    private void sendToOneNode(LoadNode node, LoadNode.Life life) {
        LoadRequest request = null;
        try (WireConnection connection = new WireConnection(node.port())) {
            for (int i = 0; i < REQUESTS_PER_CONNECTION && gate.isOpen(); i++) {
                request = requests.next(RequestKind.random(random), life);
                if (request.kind() == RequestKind.DISCONNECT) {
                    disconnect(connection, request);
                    return;
                }
                send(connection, request);
                pause();
            }
        } catch (UncheckedIOException e) {
            failed(node, life, request, e);
        }
    }

    private void send(WireConnection connection, LoadRequest request) {
        long start = System.nanoTime();
        WireResponse response = connection.send(
                request.method(), request.target(), request.headerLines().toArray(String[]::new));
        results.received(request, response, Duration.ofNanos(System.nanoTime() - start));
    }

    /** Goes away before the response, or in the middle of it. */
    private void disconnect(WireConnection connection, LoadRequest request) {
        connection.write(
                request.method(), request.target(), request.headerLines().toArray(String[]::new));
        if (random.nextBoolean()) {
            connection.readSome(10);
        }
        results.count("DISCONNECT");
    }

    private void failed(LoadNode node, LoadNode.Life life, @Nullable LoadRequest request, UncheckedIOException e) {
        if (life.isEnded()) {
            results.count("node killed");
        } else {
            results.wrong("Connection to node " + node + " failed: " + e.getCause() + ", " + request);
        }
    }

    private void pause() {
        LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(random.nextInt(PAUSE_MICROS)));
    }
}
