package io.httpcached.store.redis;

import io.lettuce.core.KeyValue;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisCommandTimeoutException;
import io.lettuce.core.api.StatefulConnection;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads from the servers that {@code http-cache.redis.read-from} selects, over a connection of their own. A replica may still have
 * what was removed from its master. Values that are bound to a history are compared with that of the master, which a
 * replica does not have. Thread-safe.
 */
final class ReplicaReads {

    private final StatefulConnection<String, byte[]> connection;
    private final RedisClusterAsyncCommands<String, byte[]> commands;
    private final Servers masters;
    private final boolean reconnects;
    private volatile boolean broken;

    /**
     * Creates an instance for an open connection.
     *
     * @param connection the connection, which selects a server for each read
     * @param commands its commands
     * @param masters the masters
     * @param reconnects whether the client restores the connections to servers itself
     */
    ReplicaReads(
            StatefulConnection<String, byte[]> connection,
            RedisClusterAsyncCommands<String, byte[]> commands,
            Servers masters,
            boolean reconnects) {
        this.connection = connection;
        this.commands = commands;
        this.masters = masters;
        this.reconnects = reconnects;
    }

    CompletionStage<List<byte @Nullable []>> get(List<String> keys) {
        return commands.mget(keys.toArray(String[]::new))
                .thenCompose(this::unbind)
                .whenComplete((values, failure) -> {
                    if (failure != null && !isAnswer(Failures.cause(failure))) {
                        broken = true;
                    }
                });
    }

    /** Returns false if a new connection should learn which servers there are now. */
    boolean isUsable() {
        return reconnects || !broken;
    }

    CompletionStage<Void> close() {
        return connection.closeAsync();
    }

    /** A slow server is not a broken one; the connection to all servers is replaced after several timeouts. */
    private static boolean isAnswer(Throwable failure) {
        return failure instanceof RedisCommandExecutionException || failure instanceof RedisCommandTimeoutException;
    }

    private CompletionStage<List<byte @Nullable []>> unbind(List<KeyValue<String, byte[]>> pairs) {
        List<CompletableFuture<byte @Nullable []>> unbound = new ArrayList<>(pairs.size());
        for (KeyValue<String, byte[]> pair : pairs) {
            unbound.add(unbind(pair.getKey(), pair.hasValue() ? pair.getValue() : null)
                    .toCompletableFuture());
        }
        return CompletableFuture.allOf(unbound.toArray(CompletableFuture[]::new))
                .thenApply(done -> {
                    List<byte @Nullable []> values = new ArrayList<>(unbound.size());
                    for (CompletableFuture<byte @Nullable []> value : unbound) {
                        values.add(value.join());
                    }
                    return values;
                });
    }

    private CompletionStage<byte @Nullable []> unbind(String key, byte @Nullable [] value) {
        if (value == null || !History.isBound(value)) {
            return CompletableFuture.completedFuture(value);
        }
        Function<History, byte @Nullable []> compare = history -> history.unbind(value);
        return masters.historyOf(key).thenApply(compare);
    }
}
