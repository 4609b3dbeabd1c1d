package io.httpcached.store.redis;

import io.httpcached.store.ChangeListener;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.masterreplica.MasterReplica;
import io.lettuce.core.masterreplica.StatefulRedisMasterReplicaConnection;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import io.lettuce.core.resource.ClientResources;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Connects to one server, or to the master that the sentinels of a URI name at that moment. The client does not restore a
 * broken connection; the next operation opens a new one, instead of waiting for Lettuce's pauses of up to 30 seconds.
 */
final class StandaloneConnector implements Connector {

    private final RedisClient client;
    private final RedisURI uri;
    private final boolean durable;
    private final @Nullable ReadSettings reads;

    /**
     * Creates a client without connecting it.
     *
     * @param resources the threads and timers, which this class does not shut down
     * @param uri the address of the server
     * @param options the options of its connections
     * @param durable whether the server never loses a confirmed write
     * @param reads the servers to read from, or null to read from the master
     */
    StandaloneConnector(
            ClientResources resources,
            RedisURI uri,
            ClientOptions options,
            boolean durable,
            @Nullable ReadSettings reads) {
        this.uri = uri;
        this.reads = reads;
        this.durable = durable;
        this.client = RedisClient.create(resources, uri);
        client.setOptions(options.mutate().autoReconnect(false).build());
    }

    @Override
    public CompletionStage<OpenConnection> connect(@Nullable ChangeListener listener) {
        CompletionStage<OpenConnection> master = client.connectAsync(CODEC, uri)
                .thenApply(connection ->
                        new OpenConnection(connection, connection.async(), servers(connection, listener), false, null));
        return reads == null ? master : master.thenCompose(this::withReplicas);
    }

    /** The servers are those that are configured, or those that the master or the sentinels name now. */
    private CompletionStage<OpenConnection> withReplicas(OpenConnection master) {
        ReadSettings from = Objects.requireNonNull(reads);
        CompletionStage<StatefulRedisMasterReplicaConnection<String, byte[]>> connected =
                from.replicas().isEmpty()
                        ? MasterReplica.connectAsync(client, CODEC, uri)
                        : MasterReplica.connectAsync(client, CODEC, from.servers(uri));
        return connected
                .thenApply(connection -> {
                    connection.setReadFrom(from.readFrom());
                    return master.with(new ReplicaReads(connection, connection.async(), master.servers(), false));
                })
                .whenComplete((opened, failure) -> {
                    if (failure != null) {
                        var unused = master.close();
                    }
                });
    }

    @Override
    public CompletionStage<StatefulRedisPubSubConnection<String, byte[]>> connectPubSub() {
        return client.connectPubSubAsync(CODEC, uri);
    }

    private Servers servers(StatefulRedisConnection<String, byte[]> connection, @Nullable ChangeListener listener) {
        if (durable) {
            return new Servers.Durable(
                    connection.async(),
                    tracked(connection, () -> CompletableFuture.completedFuture(History.DURABLE), listener));
        }
        ServerHistory history = new ServerHistory(connection, System::nanoTime);
        return new Servers.Single(history, tracked(connection, history::current, listener));
    }

    private static @Nullable TrackedServer tracked(
            StatefulRedisConnection<String, byte[]> connection,
            Supplier<CompletionStage<History>> history,
            @Nullable ChangeListener listener) {
        return listener == null ? null : new TrackedServer(connection, history, listener);
    }

    @Override
    public CompletionStage<Void> shutDown() {
        return client.shutdownAsync();
    }
}
