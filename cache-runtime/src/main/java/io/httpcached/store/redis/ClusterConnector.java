package io.httpcached.store.redis;

import io.httpcached.store.ChangeListener;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisURI;
import io.lettuce.core.cluster.ClusterClientOptions;
import io.lettuce.core.cluster.ClusterTopologyRefreshOptions;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.cluster.api.StatefulRedisClusterConnection;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.Delay;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Connects to a cluster. Lettuce keeps one connection per node and restores broken ones with pauses of at most one second.
 * It refreshes the topology when a command or connection indicates a change, and periodically, because a node that stops
 * answering gives no such indication.
 */
final class ClusterConnector implements Connector {

    private static final Duration MAXIMUM_RECONNECT_DELAY = Duration.ofSeconds(1);
    private static final Duration REFRESH_PERIOD = Duration.ofSeconds(15);
    private static final Duration ADAPTIVE_REFRESH_PERIOD = Duration.ofSeconds(2);

    private final ClientResources resources;
    private final RedisClusterClient client;
    private final boolean durable;
    private final @Nullable ReadSettings reads;

    /**
     * Creates a client without connecting it.
     *
     * @param shared the threads and timers, which this class does not shut down
     * @param seeds the nodes from which the client learns the topology
     * @param options the options of its connections
     * @param durable whether the servers never lose a confirmed write
     * @param reads the servers to read from, or null to read from the masters
     */
    ClusterConnector(
            ClientResources shared,
            List<RedisURI> seeds,
            ClientOptions options,
            boolean durable,
            @Nullable ReadSettings reads) {
        this.durable = durable;
        this.reads = reads;
        this.resources = withShortPauses(shared);
        this.client = RedisClusterClient.create(resources, seeds);
        client.setOptions(withRefresh(options));
    }

    @Override
    public CompletionStage<OpenConnection> connect(@Nullable ChangeListener listener) {
        return client.refreshPartitionsAsync()
                .thenCompose(known -> client.connectAsync(CODEC))
                .thenApply(connection ->
                        new OpenConnection(connection, connection.async(), servers(connection, listener), true, null))
                .thenCompose(this::withReplicas);
    }

    private CompletionStage<OpenConnection> withReplicas(OpenConnection masters) {
        if (reads == null) {
            return CompletableFuture.completedFuture(masters);
        }
        return client.connectAsync(CODEC).thenApply(connection -> {
            connection.setReadFrom(reads.readFrom());
            return masters.with(new ReplicaReads(connection, connection.async(), masters.servers(), true));
        });
    }

    @Override
    public CompletionStage<StatefulRedisPubSubConnection<String, byte[]>> connectPubSub() {
        return client.refreshPartitionsAsync()
                .thenCompose(known -> client.connectPubSubAsync(CODEC))
                .thenApply(connection -> connection);
    }

    private Servers servers(
            StatefulRedisClusterConnection<String, byte[]> connection, @Nullable ChangeListener listener) {
        return durable && listener == null
                ? new Servers.Durable(connection.async(), null)
                : new ClusterServers(connection, durable, listener);
    }

    @Override
    public CompletionStage<Void> shutDown() {
        return client.shutdownAsync().whenComplete((closed, failure) -> {
            // The resources are shared and continue to run, but Lettuce expects the copy to be shut down.
            var unused = resources.shutdown(0, 0, TimeUnit.SECONDS);
        });
    }

    private static ClientResources withShortPauses(ClientResources shared) {
        return ClientResources.builder()
                .eventLoopGroupProvider(shared.eventLoopGroupProvider())
                .eventExecutorGroup(shared.eventExecutorGroup())
                .timer(shared.timer())
                .eventBus(shared.eventBus())
                .commandLatencyRecorder(shared.commandLatencyRecorder())
                .addressResolverGroup(shared.addressResolverGroup())
                .socketAddressResolver(shared.socketAddressResolver())
                .nettyCustomizer(shared.nettyCustomizer())
                .tracing(shared.tracing())
                .reconnectDelay(Delay.exponential(Duration.ZERO, MAXIMUM_RECONNECT_DELAY, 2, TimeUnit.MILLISECONDS))
                .build();
    }

    private static ClusterClientOptions withRefresh(ClientOptions options) {
        ClusterTopologyRefreshOptions refresh = ClusterTopologyRefreshOptions.builder()
                .enableAllAdaptiveRefreshTriggers()
                .adaptiveRefreshTriggersTimeout(ADAPTIVE_REFRESH_PERIOD)
                .refreshTriggersReconnectAttempts(1)
                .enablePeriodicRefresh(REFRESH_PERIOD)
                .build();
        return ClusterClientOptions.builder(options)
                .autoReconnect(true)
                .topologyRefreshOptions(refresh)
                .build();
    }
}
