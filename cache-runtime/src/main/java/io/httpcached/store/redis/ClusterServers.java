package io.httpcached.store.redis;

import io.httpcached.store.ChangeListener;
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
 * answered by a server of an unknown history, or by one that does not report changes. Thread-safe.
 */
final class ClusterServers implements Servers {

    private final StatefulRedisClusterConnection<String, byte[]> cluster;
    private final boolean durable;
    private final @Nullable ChangeListener listener;
    private final ConcurrentMap<String, Node> nodes = new ConcurrentHashMap<>();
    private volatile List<RedisClusterNode> lastMasters = List.of();

    private record Node(
            StatefulRedisConnection<String, byte[]> connection,
            @Nullable ServerHistory history,
            @Nullable TrackedServer tracked) {

        CompletionStage<History> currentHistory() {
            return history == null ? CompletableFuture.completedFuture(History.DURABLE) : history.current();
        }

        CompletionStage<byte @Nullable []> read(String key) {
            if (tracked != null) {
                tracked.reading(key);
            }
            return history == null
                    ? connection.async().get(key).thenApply(value -> (byte @Nullable []) History.DURABLE.unbind(value))
                    : history.read(
                            redis -> redis.get(key), (value, current) -> (byte @Nullable []) current.unbind(value));
        }
    }

    /**
     * Creates an instance for an open connection.
     *
     * @param cluster the connection
     * @param durable whether the servers never lose a confirmed write
     * @param listener hears of changes, or null
     */
    ClusterServers(
            StatefulRedisClusterConnection<String, byte[]> cluster,
            boolean durable,
            @Nullable ChangeListener listener) {
        this.cluster = cluster;
        this.durable = durable;
        this.listener = listener;
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
        return node(key).thenCompose(Node::currentHistory);
    }

    /** Asks all masters, because an entry depends on keys of several. A change of the topology is a gap. */
    @Override
    public CompletionStage<Void> confirm() {
        ChangeListener hearing = listener;
        if (hearing == null) {
            return CompletableFuture.failedFuture(new RedisException("Redis was not asked to report changes."));
        }
        List<RedisClusterNode> masters = masters();
        if (masters.isEmpty() || !haveSameSlots(masters, lastMasters)) {
            hearing.gap("the topology of the Redis cluster has changed");
        }
        lastMasters = masters;
        return CompletableFuture.allOf(masters.stream()
                .map(master -> node(master).thenCompose(ClusterServers::confirm).toCompletableFuture())
                .toArray(CompletableFuture[]::new));
    }

    private static CompletionStage<Void> confirm(Node node) {
        return node.tracked == null
                ? CompletableFuture.failedFuture(new RedisException("Redis was not asked to report changes."))
                : node.tracked.confirm();
    }

    private List<RedisClusterNode> masters() {
        return cluster.getPartitions().stream()
                .filter(node -> node.getRole().isUpstream() && !node.hasNoSlots())
                .toList();
    }

    private static boolean haveSameSlots(List<RedisClusterNode> masters, List<RedisClusterNode> others) {
        return masters.size() == others.size()
                && masters.stream().allMatch(master -> others.stream()
                        .anyMatch(
                                other -> other.getNodeId().equals(master.getNodeId()) && other.hasSameSlotsAs(master)));
    }

    private CompletionStage<byte @Nullable []> get(String key) {
        return node(key)
                .thenCompose(node -> node.read(key))
                .handle((value, failure) -> isRedirection(failure)
                        ? getRedirected(key)
                        : failure == null
                                ? CompletableFuture.<byte @Nullable []>completedFuture(value)
                                : CompletableFuture.<byte @Nullable []>failedFuture(failure))
                .thenCompose(Function.identity());
    }

    /**
     * Lets Lettuce follow the redirection and learn the new topology. A value that is bound to a history is not used, and no copy is
     * kept of what a server has that may not report changes.
     */
    private CompletionStage<byte @Nullable []> getRedirected(String key) {
        if (listener != null) {
            listener.gap("a key has moved to another server of the Redis cluster");
        }
        return cluster.async().get(key).thenApply(value -> durable ? History.DURABLE.unbind(value) : unbound(value));
    }

    private static byte @Nullable [] unbound(byte @Nullable [] value) {
        return value == null || History.isBound(value) ? null : value;
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
        return node(master);
    }

    private CompletionStage<Node> node(RedisClusterNode master) {
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
                (unused, known) -> known != null && known.connection == connection ? known : newNode(connection));
    }

    private Node newNode(StatefulRedisConnection<String, byte[]> connection) {
        ServerHistory history = durable ? null : new ServerHistory(connection, System::nanoTime);
        Node untracked = new Node(connection, history, null);
        return listener == null
                ? untracked
                : new Node(connection, history, new TrackedServer(connection, untracked::currentHistory, listener));
    }
}
