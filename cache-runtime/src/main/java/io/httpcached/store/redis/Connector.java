package io.httpcached.store.redis;

import io.httpcached.store.ChangeListener;
import io.lettuce.core.api.StatefulConnection;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import java.util.concurrent.CompletionStage;

/** Opens connections with its own Redis client. Thread-safe. */
interface Connector {

    /** Keys are ASCII, and values are bytes of any content. */
    RedisCodec<String, byte[]> CODEC = RedisCodec.of(StringCodec.ASCII, ByteArrayCodec.INSTANCE);

    /** {@return a stage with an open connection, which fails after the connect timeout} */
    CompletionStage<OpenConnection> connect();

    /** Lets the servers of all later connections report changes. */
    void reportChanges(ChangeListener listener);

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
     */
    record OpenConnection(
            StatefulConnection<String, byte[]> connection,
            RedisClusterAsyncCommands<String, byte[]> commands,
            Servers servers,
            boolean reconnects) {

        boolean isUsable() {
            return reconnects || connection.isOpen();
        }
    }
}
