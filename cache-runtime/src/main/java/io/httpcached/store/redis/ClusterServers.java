package io.httpcached.store.redis;

import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisException;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.cluster.SlotHash;
import io.lettuce.core.cluster.api.StatefulRedisClusterConnection;
import io.lettuce.core.cluster.models.partitions.RedisClusterNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The masters of a cluster. Each key is read on the connection of the master that has it: a command that Lettuce redirects could be
 * answered by a server of an unknown history. Thread-safe.
 */
final class ClusterServers implements Servers {

    private final StatefulRedisClusterConnection<String, byte[]> cluster;
    private final ConcurrentMap<String, Node> nodes = new ConcurrentHashMap<>();

    private record Node(StatefulRedisConnection<String, byte[]> connection, ServerHistory history) {}

    ClusterServers(StatefulRedisClusterConnection<String, byte[]> cluster) {
        this.cluster = cluster;
    }

    @Override
    public CompletionStage<List<byte @Nullable []>> get(List<String> keys) {
        List<CompletableFuture<byte @Nullable []>> replies = new ArrayList<>(keys.size());
        for (String key : keys) {
            replies.add(get(key).toCompletableFuture());
        }
        return CompletableFuture.allOf(replies.toArray(CompletableFuture[]::new))
                .thenApply(done -> {
                    List<byte @Nullable []> values = new ArrayList<>(replies.size());
                    for (CompletableFuture<byte @Nullable []> reply : replies) {
                        values.add(reply.join());
                    }
                    return values;
                });
    }

    @Override
    public CompletionStage<History> historyOf(String key) {
        return node(key).thenCompose(node -> node.history.current());
    }

    private CompletionStage<byte @Nullable []> get(String key) {
        return node(key)
                .thenCompose(node -> node.history.read(
                        redis -> redis.get(key), (value, history) -> (byte @Nullable []) history.unbind(value)))
                .handle((value, failure) -> isRedirection(failure)
                        ? getRedirected(key)
                        : failure == null
                                ? CompletableFuture.<byte @Nullable []>completedFuture(value)
                                : CompletableFuture.<byte @Nullable []>failedFuture(failure))
                .thenCompose(Function.identity());
    }

    /** Lets Lettuce follow the redirection and learn the new topology. A value that is bound to a history is not used. */
    private CompletionStage<byte @Nullable []> getRedirected(String key) {
        return cluster.async().get(key).thenApply(value -> value == null || History.isBound(value) ? null : value);
    }

    private static boolean isRedirection(@Nullable Throwable failure) {
        Throwable cause = failure == null ? null : Failures.cause(failure);
        return cause instanceof RedisCommandExecutionException
                && cause.getMessage() != null
                && (cause.getMessage().startsWith("MOVED") || cause.getMessage().startsWith("ASK"));
    }

    private CompletionStage<Node> node(String key) {
        RedisClusterNode master = cluster.getPartitions().getPartitionBySlot(SlotHash.getSlot(key));
        if (master == null) {
            return CompletableFuture.failedFuture(new RedisException("No server of the cluster has the key."));
        }
        String host = master.getUri().getHost();
        int port = master.getUri().getPort();
        return cluster.getConnectionAsync(host, port).thenApply(connection -> node(host + ':' + port, connection));
    }

    private Node node(String address, StatefulRedisConnection<String, byte[]> connection) {
        Node seen = nodes.get(address);
        if (seen != null && seen.connection == connection) {
            return seen;
        }
        return nodes.compute(
                address,
                (unused, known) -> known != null && known.connection == connection
                        ? known
                        : new Node(connection, new ServerHistory(connection, System::nanoTime)));
    }
}
