package io.httpcached.suite.load;

import io.httpcached.suite.backend.RedisServers;
import io.httpcached.suite.backend.Relay;
import io.httpcached.suite.backend.ServerProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Two nodes that share a Redis server, one of them through a network that fails, and the clients that use them. */
final class LoadRun implements AutoCloseable {

    private static final int CLIENTS = 16;

    final LoadResults results = new LoadResults();
    final LoadGate gate = new LoadGate();
    final List<LoadNode> nodes;
    final FaultSchedule faults;

    private final ServerProcess redis = ServerProcess.start(RedisServers.program());
    private final Relay relay = Relay.to(redis.server());
    private final List<Thread> clients;

    /**
     * Starts the nodes and the clients.
     *
     * @param folder the folder of the file with the versions of the pages
     * @param fault the duration of each fault
     * @param calm the pause after each fault
     * @param settings further properties of both nodes
     */
    LoadRun(Path folder, Duration fault, Duration calm, Map<String, Object> settings) {
        Path file = folder.resolve("versions");
        ConfirmedVersions versions = new ConfirmedVersions();
        this.nodes = List.of(
                new LoadNode("direct", LoadApplication.program(redis.port(), file, "pooled", settings)),
                new LoadNode("relayed", LoadApplication.program(relay.port(), file, "adaptive", settings)));
        this.faults = new FaultSchedule(redis, relay, nodes, versions, results, fault, calm);
        this.clients = start(versions);
    }

    /** Ends the load, and waits for the clients. */
    void end() throws InterruptedException {
        gate.end();
        for (Thread client : clients) {
            client.join();
        }
    }

    @Override
    public void close() {
        gate.end();
        nodes.forEach(LoadNode::close);
        relay.close();
        redis.close();
    }

    private List<Thread> start(ConfirmedVersions versions) {
        SeenEntityTags tags = new SeenEntityTags();
        return IntStream.range(0, CLIENTS)
                .mapToObj(number -> {
                    LoadRequests requests = new LoadRequests(number, versions, tags);
                    Thread client =
                            new Thread(new LoadClient(number, nodes, gate, requests, results), "client-" + number);
                    client.setDaemon(true);
                    client.start();
                    return client;
                })
                .toList();
    }
}
