package io.httpcached.suite.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.httpcached.suite.backend.RedisServers;
import io.httpcached.suite.backend.Relay;
import io.httpcached.suite.backend.ServerProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A long mixed load with faults on two nodes that share a Redis server, one of them through a network that fails. Run it with
 * {@code test-suite/run-long-load [minutes]}; the test command only compiles it.
 *
 * <p>In the first third of the time, nodes are killed as well. Then the load pauses, and the state of the nodes is recorded: it
 * is the state to which they have to return after the rest of the time, in which they live on.
 */
class LongLoad {

    private static final Logger LOG = LoggerFactory.getLogger("measured");
    private static final int CLIENTS = 16;
    private static final Duration LAST_RESPONSES = Duration.ofSeconds(2);

    private final LoadResults results = new LoadResults();
    private final LoadGate gate = new LoadGate();
    private final ConfirmedVersions versions = new ConfirmedVersions();

    @Test
    void noResponseIsWrongAndNothingIsLeft(@TempDir Path folder) throws IOException, InterruptedException {
        Duration time = Duration.ofMinutes(Integer.getInteger("load.minutes", 30));
        Path file = folder.resolve("versions");
        try (ServerProcess redis = ServerProcess.start(RedisServers.program());
                Relay relay = Relay.to(redis.server());
                LoadNode direct = new LoadNode("direct", LoadApplication.program(redis.port(), file, "pooled"));
                LoadNode relayed = new LoadNode("relayed", LoadApplication.program(relay.port(), file, "adaptive"))) {
            List<LoadNode> nodes = List.of(direct, relayed);
            FaultSchedule faults = new FaultSchedule(redis, relay, nodes, versions, results);
            List<Thread> clients = start(nodes);
            Instant start = Instant.now();

            faults.run(start.plus(time.dividedBy(3)), true);
            List<Usage> before = pause(nodes);
            gate.open();
            faults.run(start.plus(time), false);
            List<Usage> after = pause(nodes);
            gate.end();
            for (Thread client : clients) {
                client.join();
            }

            for (int i = 0; i < nodes.size(); i++) {
                Leftovers.compare(nodes.get(i), before.get(i), after.get(i), results);
            }
            nodes.forEach(node ->
                    node.alarmingLogLines().forEach(line -> results.wrong("Log of node " + node + ": " + line)));
            LOG.info("{}\nfaults: {}\nbefore: {}\nafter:  {}", results.summary(), faults.counts(), before, after);
        } finally {
            gate.end();
        }
        assertThat(results.wrong()).isEmpty();
    }

    private List<Thread> start(List<LoadNode> nodes) {
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

    /** Stops the load and returns what each node has in use then. */
    private List<Usage> pause(List<LoadNode> nodes) throws InterruptedException {
        gate.close();
        Thread.sleep(LAST_RESPONSES.toMillis());
        return nodes.stream().map(Leftovers::of).toList();
    }
}
