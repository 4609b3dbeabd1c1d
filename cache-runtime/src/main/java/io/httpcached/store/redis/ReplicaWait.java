package io.httpcached.store.redis;

import io.httpcached.store.redis.Connector.OpenConnection;
import io.lettuce.core.RedisException;
import io.lettuce.core.cluster.SlotHash;
import io.lettuce.core.cluster.api.StatefulRedisClusterConnection;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import io.lettuce.core.cluster.models.partitions.RedisClusterNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * Waits until replicas have received a write ({@code WAIT}). A server executes no other command of a connection that waits, so the
 * writes have a connection of their own, from which no request reads. Thread-safe.
 */
final class ReplicaWait {

    private final SharedConnection connection;
    private final ReplicatedWrites writes;
    private final Duration timeout;

    /**
     * Creates an instance that has nothing to wait for.
     *
     * @param connection the connection for writes that wait
     * @param replicas the number of replicas that must have received a write
     * @param timeout the time until they must have
     */
    ReplicaWait(SharedConnection connection, int replicas, Duration timeout) {
        this.connection = connection;
        this.writes = new ReplicatedWrites(replicas, timeout);
        this.timeout = timeout;
    }

    /** {@return the connection for writes that wait} */
    SharedConnection connection() {
        return connection;
    }

    /** Removes values. Fails if too few replicas have received the removal in time; the master has it nevertheless. */
    CompletionStage<Void> remove(List<String> keys) {
        return inTime(connection.use(open -> byServer(open, keys)
                .thenCompose(servers -> CompletableFuture.allOf(servers.entrySet().stream()
                        .map(each -> writes.send(each.getKey(), server -> unlink(server, each.getValue())))
                        .toArray(CompletableFuture[]::new)))));
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
        return inTime(connection.use(open -> open.servers().historyOf(key).thenCompose(history -> serverOf(open, key)
                .thenCompose(server -> writes.send(server, commands -> write.apply(commands, history))))));
    }

    /** The time begins with the call, and not when the write is sent. The failure is that of the replicas: the master may answer. */
    private <T> CompletionStage<T> inTime(CompletionStage<T> write) {
        CompletableFuture<T> limited = write.toCompletableFuture().copy();
        if (!limited.isDone()) {
            CompletableFuture.delayedExecutor(timeout.toMillis(), TimeUnit.MILLISECONDS)
                    .execute(() -> limited.completeExceptionally(writes.tooFew()));
        }
        return limited;
    }

    private static CompletionStage<Void> unlink(
            RedisClusterAsyncCommands<String, byte[]> server, List<List<String>> groups) {
        return CompletableFuture.allOf(groups.stream()
                .map(keys -> server.unlink(keys.toArray(String[]::new)).toCompletableFuture())
                .toArray(CompletableFuture[]::new));
    }

    /** Returns the keys of each server, in groups that one command can name. */
    private static CompletionStage<Map<RedisClusterAsyncCommands<String, byte[]>, List<List<String>>>> byServer(
            OpenConnection open, List<String> keys) {
        Map<List<String>, CompletableFuture<RedisClusterAsyncCommands<String, byte[]>>> servers = new HashMap<>();
        groups(open, keys)
                .forEach(
                        group -> servers.put(group, serverOf(open, group.get(0)).toCompletableFuture()));
        return CompletableFuture.allOf(servers.values().toArray(CompletableFuture[]::new))
                .thenApply(found -> {
                    Map<RedisClusterAsyncCommands<String, byte[]>, List<List<String>>> grouped = new HashMap<>();
                    servers.forEach((group, server) -> grouped.computeIfAbsent(server.join(), none -> new ArrayList<>())
                            .add(group));
                    return grouped;
                });
    }

    /** A server of a cluster rejects a command that names keys of several slots. */
    private static Collection<List<String>> groups(OpenConnection open, List<String> keys) {
        return open.connection() instanceof StatefulRedisClusterConnection<?, ?>
                ? keys.stream()
                        .collect(Collectors.groupingBy(SlotHash::getSlot))
                        .values()
                : List.of(keys);
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
