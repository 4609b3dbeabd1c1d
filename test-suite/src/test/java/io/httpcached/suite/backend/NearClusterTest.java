package io.httpcached.suite.backend;

import io.httpcached.suite.server.Eventually;
import io.httpcached.suite.server.TestServer;
import io.lettuce.core.cluster.SlotHash;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests near copies of entries in a Redis Cluster, whose entries and tag versions are on several servers. */
class NearClusterTest {

    private static final Duration LAG = Duration.ofMillis(500);
    private static final int MASTERS = 3;

    private final RedisCluster cluster = RedisCluster.start();
    private final Map<String, Object> address = Map.of("redis.uris", cluster.uris());
    private final TwoNearNodes nodes = new TwoNearNodes(LAG, address, address);

    @BeforeEach
    void keepACopy() {
        nodes.awaitNearHit();
    }

    @AfterEach
    void stop() {
        nodes.close();
        cluster.close();
    }

    @Test
    void changeReachesTheOtherNode() {
        for (int round = 0; round < 20; round++) {
            nodes.awaitNearHit();
            nodes.changeAndReadUntilTheLagIsOver();
        }
    }

    @Test
    void flushOfOneMasterReachesTheNode() {
        for (int master = 0; master < MASTERS; master++) {
            nodes.awaitNearHit();
            nodes.changeSilently();
            boolean[] hasSomething = {false};
            RedisServers.tell(cluster.node(master).server(), commands -> {
                hasSomething[0] = !commands.keys("httpcached:[ev]:*").isEmpty();
                commands.flushall();
            });
            if (hasSomething[0]) {
                nodes.awaitCurrent();
            }
        }
    }

    @Test
    void whileAMasterHangs() {
        cluster.node(1).halt();
        nodes.awaitUsable(false);
        cluster.node(1).proceed();
        nodes.changeAndReadUntilTheLagIsOver();
        nodes.awaitNearHit();
        nodes.assertUpToDate();
    }

    @Test
    void afterAMasterRestarts() {
        cluster.node(1).kill();
        nodes.awaitUsable(false);
        nodes.changeSilently();
        cluster.node(1).restart();
        nodes.awaitUsable(true);
        nodes.change();
        nodes.awaitCurrent();
        nodes.awaitNearHit();
        nodes.assertUpToDate();
    }

    @Test
    void afterAFailover() {
        for (int master = 0; master < MASTERS; master++) {
            cluster.addReplicaOf(master);
        }
        nodes.awaitNearHit();
        cluster.node(0).kill();
        nodes.changeSilently();
        Eventually.get(nodes::changes, changed -> changed);
        nodes.changeAndReadUntilTheLagIsOver();
        nodes.awaitCurrent();
        nodes.awaitNearHit();
        nodes.assertUpToDate();
    }

    @Test
    void afterAKeyMovedToAnotherMaster() {
        for (int round = 0; round < 3; round++) {
            nodes.awaitNearHit();
            moveEntry();
            nodes.changeAndReadUntilTheLagIsOver();
            nodes.awaitNearHit();
            nodes.changeAndReadUntilTheLagIsOver();
        }
    }

    @Test
    void nodesThatStartAndStopLeaveNothingBehind() {
        nodes.start(address).close();
        long threads = Thread.getAllStackTraces().size();
        List<Long> clients = clients();
        for (int i = 0; i < 5; i++) {
            try (TestServer node = nodes.start(address)) {
                nodes.awaitNearHit(node);
            }
        }
        Eventually.get(() -> (long) Thread.getAllStackTraces().size(), now -> now <= threads + 2);
        Eventually.get(this::clients, clients::equals);
    }

    private List<Long> clients() {
        return IntStream.range(0, MASTERS)
                .mapToObj(master -> RedisServers.clients(cluster.node(master).server()))
                .toList();
    }

    private void moveEntry() {
        for (int master = 0; master < MASTERS; master++) {
            List<String> entries = new ArrayList<>();
            RedisServers.tell(
                    cluster.node(master).server(), commands -> entries.addAll(commands.keys("httpcached:e:*")));
            if (!entries.isEmpty()) {
                cluster.move(SlotHash.getSlot(entries.get(0)), master, (master + 1) % MASTERS);
                return;
            }
        }
        throw new AssertionError("There is no entry.");
    }
}
