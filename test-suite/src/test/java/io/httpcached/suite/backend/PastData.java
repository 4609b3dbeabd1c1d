package io.httpcached.suite.backend;

import io.httpcached.suite.server.Eventually;
import io.lettuce.core.KillArgs;
import io.lettuce.core.RedisException;
import io.lettuce.core.api.sync.RedisCommands;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Servers whose data goes back to an earlier moment, in one of the ways in which that happens in operation. */
interface PastData extends AutoCloseable {

    /** Returns the properties of an application that uses the servers. */
    Map<String, Object> address();

    /** Keeps the data of this moment. */
    void keep();

    /** Lets clients see the data of the moment of {@link #keep}. */
    void goBack();

    @Override
    void close();

    /** Starts servers of a kind. */
    static PastData of(String kind) {
        return switch (kind) {
            case "snapshot" -> new Snapshot();
            case "append-only file" -> new AppendOnlyFile();
            case "promoted replica" -> new PromotedReplica();
            case "sentinel" -> new Sentinel();
            case "memcached" -> new EmptyMemcached();
            case "cluster" -> new ClusterTakeover();
            default -> throw new IllegalArgumentException(kind);
        };
    }

    /** Stops the replication to a replica, which cannot log in to its master any more. */
    static void detach(ServerProcess replica) {
        RedisServers.tell(replica.server(), redis -> {
            redis.configSet(Map.of("masteruser", "nobody", "masterauth", "none"));
            redis.clientKill(KillArgs.Builder.typeMaster());
            Eventually.get(() -> redis.info("replication"), info -> info.contains("master_link_status:down"));
        });
    }

    static void replicate(ServerProcess replica, ServerProcess master) {
        RedisServers.tell(replica.server(), redis -> {
            redis.replicaof("127.0.0.1", master.port());
            Eventually.get(() -> redis.info("replication"), info -> info.contains("master_link_status:up"));
        });
    }

    /** A server that restarts from its last snapshot. */
    final class Snapshot implements PastData {

        private final ServerProcess redis = ServerProcess.start(RedisServers.program());

        @Override
        public Map<String, Object> address() {
            return RedisServers.properties(redis.server());
        }

        @Override
        public void keep() {
            RedisServers.tell(redis.server(), commands -> commands.save());
        }

        @Override
        public void goBack() {
            redis.kill();
            redis.restart();
        }

        @Override
        public void close() {
            redis.close();
        }
    }

    /** A Memcached server that restarts empty. */
    final class EmptyMemcached implements PastData {

        private final ServerProcess memcached = ServerProcess.start(MemcachedServers.program());

        @Override
        public Map<String, Object> address() {
            Map<String, Object> properties = new HashMap<>(MemcachedServers.properties(memcached.server()));
            properties.put("http-cache.backend", "memcached");
            return properties;
        }

        @Override
        public void keep() {
            // It keeps nothing.
        }

        @Override
        public void goBack() {
            memcached.kill();
            memcached.restart();
        }

        @Override
        public void close() {
            memcached.close();
        }
    }

    /** A server that loses the end of its append-only file in a power cut. */
    final class AppendOnlyFile implements PastData {

        private static final String FOLDER = "appendonlydir";

        private final Path folder = temporaryFolder();
        private final Path copy = temporaryFolder();
        private final ServerProcess redis = ServerProcess.start(new Program(
                RedisServers.program().command(),
                port -> List.of(
                        "--port",
                        Integer.toString(port),
                        "--bind",
                        "127.0.0.1",
                        "--dir",
                        folder.toString(),
                        "--appendonly",
                        "yes",
                        "--appendfsync",
                        "everysec"),
                "the test"));

        @Override
        public Map<String, Object> address() {
            return RedisServers.properties(redis.server());
        }

        @Override
        public void keep() {
            copy(folder.resolve(FOLDER), copy);
        }

        @Override
        public void goBack() {
            redis.kill();
            copy(copy, folder.resolve(FOLDER));
            redis.restart();
        }

        @Override
        public void close() {
            redis.close();
        }

        private static void copy(Path from, Path to) {
            try (Stream<Path> files = Files.list(from)) {
                for (Path file : files.toList()) {
                    Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static Path temporaryFolder() {
            try {
                Path folder = Files.createTempDirectory("append-only");
                folder.toFile().deleteOnExit();
                return folder;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** An address behind which a replica takes the place of the master. */
    final class PromotedReplica implements PastData {

        private final ServerProcess master = ServerProcess.start(RedisServers.program());
        private final ServerProcess replica = ServerProcess.start(RedisServers.program());
        private final Relay address = Relay.to(master.server());

        @Override
        public Map<String, Object> address() {
            return Map.of("redis.uri", "redis://127.0.0.1:" + address.port());
        }

        @Override
        public void keep() {
            replicate(replica, master);
            RedisServers.tell(replica.server(), redis -> redis.replicaofNoOne());
        }

        @Override
        public void goBack() {
            address.forwardTo(replica.server());
        }

        @Override
        public void close() {
            address.close();
            replica.close();
            master.close();
        }
    }

    /** A master whose replica a sentinel promotes. */
    final class Sentinel implements PastData {

        private final ServerProcess master = ServerProcess.start(RedisServers.program());
        private final ServerProcess replica = ServerProcess.start(RedisServers.program());
        private final ServerProcess sentinel;

        Sentinel() {
            replicate(replica, master);
            try {
                Path configuration = Files.createTempFile("sentinel", ".conf");
                configuration.toFile().deleteOnExit();
                Files.writeString(
                        configuration,
                        """
                        sentinel monitor pages 127.0.0.1 %d 1
                        sentinel down-after-milliseconds pages 300
                        sentinel failover-timeout pages 3000
                        """
                                .formatted(master.port()));
                sentinel = ServerProcess.start(new Program(
                        List.of(RedisServers.program().command().get(0), configuration.toString(), "--sentinel"),
                        port -> List.of("--port", Integer.toString(port), "--bind", "127.0.0.1"),
                        "the test"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            RedisServers.tell(
                    sentinel.server(),
                    redis -> Eventually.get(() -> redis.info("sentinel"), i -> i.contains("slaves=1")));
        }

        @Override
        public Map<String, Object> address() {
            return Map.of("redis.uri", "redis-sentinel://127.0.0.1:" + sentinel.port() + "#pages");
        }

        @Override
        public void keep() {
            detach(replica);
        }

        @Override
        public void goBack() {
            master.kill();
            RedisServers.tell(
                    replica.server(),
                    redis -> Eventually.get(() -> replication(redis), info -> info.contains("role:master")));
        }

        /** The sentinel closes the connections to the server that it promotes, so a question may go unanswered. */
        private static String replication(RedisCommands<String, String> redis) {
            try {
                return redis.info("replication");
            } catch (RedisException unanswered) {
                return unanswered.toString();
            }
        }

        @Override
        public void close() {
            sentinel.close();
            replica.close();
            master.close();
        }
    }

    /** A cluster in which a replica takes over the slots of its master. */
    final class ClusterTakeover implements PastData {

        static final int VICTIM = 1;

        private final RedisCluster cluster = RedisCluster.start();
        private final ServerProcess replica = cluster.addReplicaOf(VICTIM);

        @Override
        public Map<String, Object> address() {
            return Map.of("redis.uris", cluster.uris());
        }

        @Override
        public void keep() {
            detach(replica);
        }

        @Override
        public void goBack() {
            cluster.node(VICTIM).kill();
            RedisServers.tell(replica.server(), redis -> {
                redis.clusterFailover(true, true);
                Eventually.get(() -> redis.info("replication"), info -> info.contains("role:master"));
                Eventually.get(redis::clusterInfo, info -> info.contains("cluster_state:ok"));
            });
        }

        @Override
        public void close() {
            cluster.close();
        }
    }
}
