package io.httpcached.suite.load;

import io.httpcached.suite.backend.Fault;
import io.httpcached.suite.backend.RedisServers;
import io.httpcached.suite.backend.Relay;
import io.httpcached.suite.backend.ServerProcess;
import io.lettuce.core.KillArgs;
import io.lettuce.core.api.sync.RedisCommands;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs faults in a fixed order, each followed by a calm phase in which the nodes have to recover. For use by one thread. */
final class FaultSchedule {

    private static final Logger LOG = LoggerFactory.getLogger("measured");
    private static final Duration RECOVERY = Duration.ofSeconds(10);

    private final ServerProcess redis;
    private final Relay relay;
    private final List<LoadNode> nodes;
    private final ConfirmedVersions versions;
    private final LoadResults results;
    private final Duration faultTime;
    private final Duration calm;
    private final Map<String, Integer> counts = new TreeMap<>();

    private record Step(String name, Runnable fault, Runnable end) {}

    FaultSchedule(
            ServerProcess redis,
            Relay relay,
            List<LoadNode> nodes,
            ConfirmedVersions versions,
            LoadResults results,
            Duration fault,
            Duration calm) {
        this.redis = redis;
        this.relay = relay;
        this.nodes = nodes;
        this.versions = versions;
        this.results = results;
        this.faultTime = fault;
        this.calm = calm;
    }

    /**
     * Runs all faults, and repeats them until the given time has passed.
     *
     * @param until the time after which no further round begins
     * @param killNodes whether each round begins by killing and restarting the nodes
     */
    void run(Instant until, boolean killNodes) {
        do {
            steps(killNodes).forEach(this::run);
        } while (Instant.now().isBefore(until));
    }

    /** Returns the number of faults by name. */
    Map<String, Integer> counts() {
        return counts;
    }

    private void run(Step step) {
        LOG.info("fault: {}", step.name);
        counts.merge(step.name, 1, Integer::sum);
        step.fault.run();
        sleep(faultTime);
        step.end.run();
        awaitRecovery(step.name);
        sleep(calm);
    }

    private List<Step> steps(boolean killNodes) {
        List<Step> steps = new ArrayList<>();
        if (killNodes) {
            nodes.forEach(node -> steps.add(new Step("kill node " + node, node::kill, node::restart)));
        }
        for (Fault fault : Fault.values()) {
            if (fault != Fault.NONE) {
                steps.add(new Step("network " + fault, () -> relay.begin(fault), relay::end));
            }
        }
        steps.add(new Step("CLIENT KILL", this::killConnections, this::killConnections));
        nodes.forEach(node -> steps.add(new Step("suspend node " + node, node::suspend, node::proceed)));
        steps.add(new Step("restart Redis from a snapshot", this::saveSnapshot, this::restartFromSnapshot));
        steps.add(new Step("kill Redis", redis::kill, redis::restart));
        steps.add(new Step("suspend Redis", redis::halt, redis::proceed));
        return steps;
    }

    private void saveSnapshot() {
        RedisServers.tell(redis.server(), RedisCommands::save);
    }

    private void restartFromSnapshot() {
        redis.kill();
        redis.restart();
    }

    private void killConnections() {
        for (int i = 0; i < 10; i++) {
            RedisServers.tell(
                    redis.server(),
                    commands ->
                            commands.clientKill(KillArgs.Builder.typeNormal().skipme()));
            sleep(Duration.ofMillis(50));
        }
    }

    /** When the backend is back, the nodes use it again and have no unconfirmed invalidations any more. */
    private void awaitRecovery(String fault) {
        long deadline = System.nanoTime() + RECOVERY.toNanos();
        for (LoadNode node : nodes) {
            while (!versions.settle(node) || node.usage(false).of("available") == 0) {
                if (System.nanoTime() > deadline) {
                    results.wrong("Node " + node + " has not recovered from " + fault + ": " + node.usage(false));
                    return;
                }
                sleep(Duration.ofMillis(50));
            }
        }
    }

    private static void sleep(Duration time) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(time.toMillis()));
    }
}
