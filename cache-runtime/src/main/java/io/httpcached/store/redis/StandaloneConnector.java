package io.httpcached.store.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.resource.ClientResources;
import java.util.concurrent.CompletionStage;

/**
 * Connects to one server, or to the master that the sentinels of a URI name at that moment. The client does not restore a
 * broken connection; the next operation opens a new one, instead of waiting for Lettuce's pauses of up to 30 seconds.
 */
final class StandaloneConnector implements Connector {

    private final RedisClient client;
    private final RedisURI uri;
    private final boolean durable;

    /**
     * Creates a client without connecting it.
     *
     * @param resources the threads and timers, which this class does not shut down
     * @param uri the address of the server
     * @param options the options of its connections
     * @param durable whether the server never loses a confirmed write
     */
    StandaloneConnector(ClientResources resources, RedisURI uri, ClientOptions options, boolean durable) {
        this.uri = uri;
        this.durable = durable;
        this.client = RedisClient.create(resources, uri);
        client.setOptions(options.mutate().autoReconnect(false).build());
    }

    @Override
    public CompletionStage<OpenConnection> connect() {
        return client.connectAsync(CODEC, uri)
                .thenApply(
                        connection -> new OpenConnection(connection, connection.async(), servers(connection), false));
    }

    private Servers servers(StatefulRedisConnection<String, byte[]> connection) {
        return durable ? new Servers.Durable(connection.async()) : new Servers.Single(connection);
    }

    @Override
    public CompletionStage<Void> shutDown() {
        return client.shutdownAsync();
    }
}
