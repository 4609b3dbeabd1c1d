package io.httpcached.suite.backend;

import io.httpcached.suite.server.Eventually;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.cluster.SlotHash;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A Redis Cluster of three masters on the loopback interface. Masters keep serving their slots while another one is
 * down.
 */
public final class RedisCluster implements AutoCloseable {

    private static final int MASTERS = 3;

    /** The offset of the port on which a node listens for other nodes. */
    private static final int BUS_OFFSET = 10_000;

    private static final int LAST_PORT = 65_535;
    private static final long MIGRATION_MILLIS = 5_000;

    private final Program program = RedisServers.program()
            .with("--cluster-enabled", "yes", "--cluster-node-timeout", "1000")
            .with("--cluster-require-full-coverage", "no");

    private final List<ServerProcess> nodes = new ArrayList<>();

    private RedisCluster() {}

    /** Starts a cluster, and waits until its nodes agree that all slots are served. */
    public static RedisCluster start() {
        RedisCluster cluster = new RedisCluster();
        for (int i = 0; i < MASTERS; i++) {
            cluster.nodes.add(ServerProcess.start(cluster.program, freePort()));
        }
        cluster.join();
        return cluster;
    }

    /** Returns the URIs of all nodes. */
    public List<String> uris() {
        return nodes.stream().map(node -> "redis://127.0.0.1:" + node.port()).toList();
    }

    /** Returns the process of a node, which a test may kill or halt. */
    ServerProcess node(int node) {
        return nodes.get(node);
    }

    /** Starts a replica of a master, and waits until it has the data of the master. */
    ServerProcess addReplicaOf(int master) {
        ServerProcess replica = ServerProcess.start(program, freePort());
        nodes.add(replica);
        RedisServers.tell(replica.server(), redis -> {
            redis.clusterMeet("127.0.0.1", nodes.get(master).port());
            RedisServers.tell(nodes.get(master).server(), known -> {
                String id = known.clusterMyId();
                Eventually.get(redis::clusterNodes, list -> list.contains(id));
                redis.clusterReplicate(id);
            });
            Eventually.get(() -> redis.info("replication"), info -> info.contains("master_link_status:up"));
            Eventually.get(redis::clusterInfo, RedisCluster::isWhole);
        });
        return replica;
    }

    /** Moves a slot with all its keys to another node. */
    void move(int slot, int from, int to) {
        RealServer target = nodes.get(to).server();
        RedisServers.tell(
                nodes.get(from).server(),
                source -> RedisServers.tell(target, destination -> {
                    String sourceId = source.clusterMyId();
                    String targetId = destination.clusterMyId();
                    destination.clusterSetSlotImporting(slot, sourceId);
                    source.clusterSetSlotMigrating(slot, targetId);
                    source.clusterGetKeysInSlot(slot, Integer.MAX_VALUE)
                            .forEach(key -> source.migrate(target.host(), target.port(), key, 0, MIGRATION_MILLIS));
                    destination.clusterSetSlotNode(slot, targetId);
                    source.clusterSetSlotNode(slot, targetId);
                }));
    }

    /** Returns the number of the node that has a key. */
    static int nodeOf(String key) {
        return SlotHash.getSlot(key) * MASTERS / SlotHash.SLOT_COUNT;
    }

    @Override
    public void close() {
        nodes.forEach(ServerProcess::close);
    }

    private void join() {
        RedisClient client = RedisClient.create();
        try {
            for (int i = 0; i < MASTERS; i++) {
                int node = i;
                try (StatefulRedisConnection<String, String> connection = client.connect(address(node))) {
                    RedisCommands<String, String> commands = connection.sync();
                    commands.clusterAddSlots(IntStream.range(0, SlotHash.SLOT_COUNT)
                            .filter(slot -> slot * MASTERS / SlotHash.SLOT_COUNT == node)
                            .toArray());
                    commands.clusterMeet("127.0.0.1", nodes.get(0).port());
                }
            }
            for (int i = 0; i < MASTERS; i++) {
                try (StatefulRedisConnection<String, String> connection = client.connect(address(i))) {
                    Eventually.get(() -> connection.sync().clusterInfo(), RedisCluster::isWhole);
                }
            }
        } finally {
            client.shutdown();
            var unused = client.getResources().shutdown();
        }
    }

    private static boolean isWhole(String info) {
        return info.contains("cluster_state:ok\r\n")
                && info.contains("cluster_slots_ok:" + SlotHash.SLOT_COUNT + "\r\n");
    }

    private RedisURI address(int node) {
        return RedisURI.create("127.0.0.1", nodes.get(node).port());
    }

    private static int freePort() {
        int port = FreePort.next();
        while (port + BUS_OFFSET > LAST_PORT || RealServer.listens("127.0.0.1", port + BUS_OFFSET)) {
            port = FreePort.next();
        }
        return port;
    }
}
