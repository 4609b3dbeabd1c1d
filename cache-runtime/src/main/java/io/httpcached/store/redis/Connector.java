package io.httpcached.store.redis;

import io.httpcached.store.ChangeListener;
import io.lettuce.core.api.StatefulConnection;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Opens connections with its own Redis client. Thread-safe. */
interface Connector {

    /** Keys are ASCII, and values are bytes of any content. */
    RedisCodec<String, byte[]> CODEC = RedisCodec.of(StringCodec.ASCII, ByteArrayCodec.INSTANCE);

    /**
     * Opens a connection.
     *
     * @param listener hears of the changes of what is read on the connection, or null if its servers need not report them
     * @return a stage with the open connection, which fails after the connect timeout
     */
    CompletionStage<OpenConnection> connect(@Nullable ChangeListener listener);

    /** {@return a stage with an open connection for a subscription, which fails after the connect timeout} */
    CompletionStage<StatefulRedisPubSubConnection<String, byte[]>> connectPubSub();

    /** {@return a stage that completes when the client has released its resources} */
    CompletionStage<Void> shutDown();

    /**
     * An open connection.
     *
     * @param connection the connection to one server or to all servers of a cluster
     * @param commands the commands that servers and clusters have in common
     * @param servers the servers, for operations to which their history matters
     * @param reconnects true if the client restores the connection itself, so that it stays usable while parts of it are
     *     broken
     * @param replicas the connection for reads that may go to replicas, or null
     */
    record OpenConnection(
            StatefulConnection<String, byte[]> connection,
            RedisClusterAsyncCommands<String, byte[]> commands,
            Servers servers,
            boolean reconnects,
            @Nullable ReplicaReads replicas) {

        boolean isUsable() {
            return (reconnects || connection.isOpen()) && (replicas == null || replicas.isUsable());
        }

        /** Returns the values of keys, and null for each key that has none. */
        CompletionStage<List<byte @Nullable []>> get(List<String> keys) {
            return replicas == null ? servers.get(keys) : replicas.get(keys);
        }

        /** Closes all connections. */
        CompletionStage<Void> close() {
            CompletionStage<Void> closed = connection.closeAsync();
            return replicas == null ? closed : closed.thenCombine(replicas.close(), (master, rest) -> null);
        }

        OpenConnection with(ReplicaReads reads) {
            return new OpenConnection(connection, commands, servers, reconnects, reads);
        }
    }
}
