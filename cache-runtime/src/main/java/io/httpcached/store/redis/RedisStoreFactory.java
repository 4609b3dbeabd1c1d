package io.httpcached.store.redis;

import io.httpcached.store.CacheStore;
import io.lettuce.core.AbstractRedisClient;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.RedisURI;
import io.lettuce.core.TimeoutOptions;
import io.micronaut.configuration.lettuce.AbstractRedisConfiguration;
import io.micronaut.context.BeanProvider;
import io.micronaut.context.Qualifier;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.inject.qualifiers.Qualifiers;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/**
 * Makes the backend {@code redis} out of what micronaut-redis has: the address and credentials from its configuration,
 * threads and options from its client. The client itself stays as it is, for the application's own commands: the cache
 * wants shorter time-outs than anybody else, so it has a client of its own on the same threads.
 */
@Factory
@Requires(classes = {AbstractRedisClient.class, AbstractRedisConfiguration.class})
@Requires(beans = AbstractRedisConfiguration.class)
final class RedisStoreFactory {

    private final RedisStoreConfiguration settings;

    RedisStoreFactory(RedisStoreConfiguration settings) {
        this.settings = settings;
    }

    /** Named after what the clients' beans are, the parameter makes Micronaut close the store before them. */
    @Singleton
    @Named("redis")
    @Bean(preDestroy = "close")
    CacheStore store(BeanProvider<AbstractRedisConfiguration> servers, BeanProvider<AbstractRedisClient> clients) {
        AbstractRedisConfiguration server = servers.find(qualifier())
                .orElseThrow(() -> new ConfigurationException(RedisStoreConfiguration.PREFIX + ".server: '"
                        + settings.getServer() + "' is not a server under redis.servers"));
        return new RedisStore(connector(server, clients.get(qualifier())));
    }

    private <T> @Nullable Qualifier<T> qualifier() {
        return settings.getServer() == null ? null : Qualifiers.byName(settings.getServer());
    }

    private Connector connector(AbstractRedisConfiguration server, AbstractRedisClient client) {
        ClientOptions options = options(client.getOptions());
        return server.getUris().isEmpty()
                ? new StandaloneConnector(
                        client.getResources(), address(server.getUri().orElse(server)), options)
                : new ClusterConnector(
                        client.getResources(),
                        server.getUris().stream().map(this::address).toList(),
                        options);
    }

    /** By default Lettuce lets commands wait for a server that is away, for as long as it takes. */
    private ClientOptions options(ClientOptions ofTheClient) {
        return ofTheClient
                .mutate()
                .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
                .timeoutOptions(TimeoutOptions.enabled(settings.getCommandTimeout()))
                .socketOptions(ofTheClient
                        .getSocketOptions()
                        .mutate()
                        .connectTimeout(settings.getConnectTimeout())
                        .build())
                .build();
    }

    /** A copy whose time-out is ours, which is the one that a handshake has. */
    private RedisURI address(RedisURI configured) {
        RedisURI.Builder copy = RedisURI.builder(configured).withTimeout(settings.getConnectTimeout());
        if (configured.getSentinelMasterId() != null) {
            copy.withSentinelMasterId(configured.getSentinelMasterId());
            configured.getSentinels().forEach(sentinel -> copy.withSentinel(address(sentinel)));
        }
        return copy.build();
    }
}
