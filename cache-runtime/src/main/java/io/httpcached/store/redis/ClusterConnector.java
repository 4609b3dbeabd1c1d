package io.httpcached.store.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisURI;
import io.lettuce.core.cluster.ClusterClientOptions;
import io.lettuce.core.cluster.ClusterTopologyRefreshOptions;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.Delay;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/**
 * Connects to a cluster. Lettuce keeps a connection for each node and connects again those that break, with pauses of a
 * second at most; where the entries are is asked again when something points to a change, and from time to time, because a
 * node that just falls silent points to nothing.
 */
final class ClusterConnector implements Connector {

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);
    private static final Duration BETWEEN_REFRESHES = Duration.ofSeconds(15);
    private static final Duration BETWEEN_PROMPTED_REFRESHES = Duration.ofSeconds(2);

    private final ClientResources resources;
    private final RedisClusterClient client;

    /**
     * Makes a client that is not connected.
     *
     * @param shared threads and timers, which stay whose they are
     * @param seeds nodes to learn of the others from
     * @param options how its connections behave
     */
    ClusterConnector(ClientResources shared, List<RedisURI> seeds, ClientOptions options) {
        this.resources = withShortPauses(shared);
        this.client = RedisClusterClient.create(resources, seeds);
        client.setOptions(withRefresh(options));
    }

    @Override
    public CompletionStage<Link> connect() {
        return client.refreshPartitionsAsync()
                .thenCompose(known -> client.connectAsync(CODEC))
                .thenApply(connection -> new Link(connection, connection.async(), true));
    }

    @Override
    public CompletionStage<Void> shutDown() {
        return client.shutdownAsync().whenComplete((closed, failure) -> {
            // All that needs an end is shared and goes on; Lettuce wants to be told all the same.
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
                .reconnectDelay(Delay.exponential(Duration.ZERO, LONGEST_PAUSE, 2, TimeUnit.MILLISECONDS))
                .build();
    }

    private static ClusterClientOptions withRefresh(ClientOptions options) {
        ClusterTopologyRefreshOptions refresh = ClusterTopologyRefreshOptions.builder()
                .enableAllAdaptiveRefreshTriggers()
                .adaptiveRefreshTriggersTimeout(BETWEEN_PROMPTED_REFRESHES)
                .refreshTriggersReconnectAttempts(1)
                .enablePeriodicRefresh(BETWEEN_REFRESHES)
                .build();
        return ClusterClientOptions.builder(options)
                .autoReconnect(true)
                .topologyRefreshOptions(refresh)
                .build();
    }
}
