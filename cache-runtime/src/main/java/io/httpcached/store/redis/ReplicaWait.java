package io.httpcached.store.redis;

import io.httpcached.store.redis.Connector.OpenConnection;
import io.lettuce.core.RedisException;
import io.lettuce.core.cluster.SlotHash;
import io.lettuce.core.cluster.api.StatefulRedisClusterConnection;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import io.lettuce.core.cluster.models.partitions.RedisClusterNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Waits until replicas have received a write ({@code WAIT}). The command keeps its connection waiting, so it is sent on a connection that no
 * request reads from. Thread-safe.
 *
 * @param connection the connection for writes that wait
 * @param replicas the number of replicas that must have received a write
 * @param timeout the time until they must have
 */
record ReplicaWait(SharedConnection connection, int replicas, Duration timeout) {

    /** Removes values. Fails if too few replicas have received the removal in time; the master has it nevertheless. */
    CompletionStage<Void> remove(List<String> keys) {
        return connection.use(open -> byServer(open, keys)
                .thenCompose(servers -> CompletableFuture.allOf(servers.entrySet().stream()
                        .map(each -> confirmed(
                                        each.getKey(),
                                        server -> server.unlink(each.getValue().toArray(String[]::new)))
                                .toCompletableFuture())
                        .toArray(CompletableFuture[]::new))));
    }

    /**
     * Writes a value.
     *
     * @param key the key
     * @param write sends the command to the server that has the key, with the history of that server
     * @return the result of the command; fails if too few replicas have received it in time
     */
    <T> CompletionStage<T> write(
            String key, BiFunction<RedisClusterAsyncCommands<String, byte[]>, History, CompletionStage<T>> write) {
        return connection.use(open -> open.servers().historyOf(key).thenCompose(history -> serverOf(open, key)
                .thenCompose(server -> confirmed(server, commands -> write.apply(commands, history)))));
    }

    private <T> CompletionStage<T> confirmed(
            RedisClusterAsyncCommands<String, byte[]> server,
            Function<RedisClusterAsyncCommands<String, byte[]>, CompletionStage<T>> write) {
        CompletionStage<T> written = write.apply(server);
        return written.thenCombine(server.waitForReplication(replicas, timeout.toMillis()), (result, confirmed) -> {
            if (confirmed < replicas) {
                throw new RedisException("Only " + confirmed + " of " + replicas
                        + " replicas have confirmed the write within " + timeout.toMillis() + " ms");
            }
            return result;
        });
    }

    private static CompletionStage<Map<RedisClusterAsyncCommands<String, byte[]>, List<String>>> byServer(
            OpenConnection open, List<String> keys) {
        Map<String, CompletableFuture<RedisClusterAsyncCommands<String, byte[]>>> servers = new HashMap<>();
        keys.forEach(key -> servers.put(key, serverOf(open, key).toCompletableFuture()));
        return CompletableFuture.allOf(servers.values().toArray(CompletableFuture[]::new))
                .thenApply(found -> {
                    Map<RedisClusterAsyncCommands<String, byte[]>, List<String>> grouped = new HashMap<>();
                    servers.forEach((key, server) -> grouped.computeIfAbsent(server.join(), none -> new ArrayList<>())
                            .add(key));
                    return grouped;
                });
    }

    /** In a cluster, only the server that has the key knows which of its replicas have received a write. */
    private static CompletionStage<RedisClusterAsyncCommands<String, byte[]>> serverOf(
            OpenConnection open, String key) {
        if (!(open.connection() instanceof StatefulRedisClusterConnection<String, byte[]> cluster)) {
            return CompletableFuture.completedFuture(open.commands());
        }
        RedisClusterNode master = cluster.getPartitions().getPartitionBySlot(SlotHash.getSlot(key));
        if (master == null) {
            return CompletableFuture.failedFuture(new RedisException("No server of the cluster has the key."));
        }
        return cluster.getConnectionAsync(
                        master.getUri().getHost(), master.getUri().getPort())
                .thenApply(server -> server.async());
    }
}
