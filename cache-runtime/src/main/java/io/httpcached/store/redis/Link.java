package io.httpcached.store.redis;

import io.lettuce.core.api.StatefulConnection;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;

/**
 * An open connection.
 *
 * @param connection the connection, to one server or to all of a cluster
 * @param commands its commands, those that both kinds have
 * @param reconnects whether the connection sees to its own repair, and stays of use while parts of it are broken
 */
record Link(
        StatefulConnection<String, byte[]> connection,
        RedisClusterAsyncCommands<String, byte[]> commands,
        boolean reconnects) {

    boolean isUsable() {
        return reconnects || connection.isOpen();
    }
}
