package io.httpcached.store.redis;

import io.httpcached.store.BroadcastChannel;
import io.httpcached.store.CacheStore;
import io.httpcached.store.support.InvalidProperty;
import io.lettuce.core.AbstractRedisClient;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.ReadFrom;
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
 * Creates the store and the broadcast channel {@code redis} from the beans of micronaut-redis: the address and credentials come from its
 * configuration, the threads and options from its client. The client of the application stays unchanged; the cache needs
 * shorter timeouts and therefore creates its own client on the same threads.
 */
@Factory
@Requires(classes = {AbstractRedisClient.class, AbstractRedisConfiguration.class})
@Requires(beans = AbstractRedisConfiguration.class)
final class RedisStoreFactory {

    private final RedisStoreConfiguration settings;

    RedisStoreFactory(RedisStoreConfiguration settings) {
        this.settings = settings;
    }

    /** The parameter {@code clients} makes Micronaut close the store before the clients. */
    @Singleton
    @Named("redis")
    @Bean(preDestroy = "close")
    CacheStore store(BeanProvider<AbstractRedisConfiguration> servers, BeanProvider<AbstractRedisClient> clients) {
        ReadSettings reads = reads(servers);
        Connector connector = connector(servers, clients, reads);
        ReplicaWait wait = settings.getWaitReplicas() == 0
                ? null
                : new ReplicaWait(
                        new SharedConnection(connector), settings.getWaitReplicas(), settings.getWaitTimeout());
        return new RedisStore(connector, wait, reads != null);
    }

    /** The parameter {@code clients} makes Micronaut close the channel before the clients. */
    @Singleton
    @Named("redis")
    @Bean(preDestroy = "close")
    BroadcastChannel channel(
            BeanProvider<AbstractRedisConfiguration> servers, BeanProvider<AbstractRedisClient> clients) {
        return new RedisBroadcastChannel(connector(servers, clients, null));
    }

    private Connector connector(
            BeanProvider<AbstractRedisConfiguration> servers,
            BeanProvider<AbstractRedisClient> clients,
            @Nullable ReadSettings reads) {
        return connector(server(servers), clients.get(qualifier()), reads);
    }

    private AbstractRedisConfiguration server(BeanProvider<AbstractRedisConfiguration> servers) {
        return servers.find(qualifier())
                .orElseThrow(() -> new ConfigurationException(RedisStoreConfiguration.PREFIX
                        + ".server must be the name of a server under redis.servers, but was '" + settings.getServer()
                        + "'."));
    }

    private @Nullable ReadSettings reads(BeanProvider<AbstractRedisConfiguration> servers) {
        String name = settings.getReadFrom();
        if (name == null) {
            return null;
        }
        try {
            return new ReadSettings(
                    ReadFrom.valueOf(withoutHyphens(name)),
                    server(servers).getReplicaUris().stream().map(this::address).toList());
        } catch (IllegalArgumentException e) {
            throw InvalidProperty.of(
                    RedisStoreConfiguration.PREFIX + ".read-from",
                    "replica, replica-preferred, any-replica, any, lowest-latency, upstream, upstream-preferred or another"
                            + " name of Lettuce's ReadFrom",
                    name,
                    e);
        }
    }

    private <T> @Nullable Qualifier<T> qualifier() {
        return settings.getServer() == null ? null : Qualifiers.byName(settings.getServer());
    }

    private Connector connector(
            AbstractRedisConfiguration server, AbstractRedisClient client, @Nullable ReadSettings reads) {
        ClientOptions options = options(client.getOptions());
        return server.getUris().isEmpty()
                ? new StandaloneConnector(
                        client.getResources(),
                        address(server.getUri().orElse(server)),
                        options,
                        settings.isDurable(),
                        reads)
                : new ClusterConnector(
                        client.getResources(),
                        server.getUris().stream().map(this::address).toList(),
                        options,
                        settings.isDurable(),
                        reads);
    }

    /** Lettuce spells its names {@code replicaPreferred}; only {@code subnet:} and {@code regex:} have a value after them. */
    private static String withoutHyphens(String name) {
        return name.indexOf(':') < 0 ? name.replaceAll("[-_]", "") : name;
    }

    /** By default, Lettuce queues commands without limit while a server is unavailable. */
    private ClientOptions options(ClientOptions clientOptions) {
        return clientOptions
                .mutate()
                .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
                .timeoutOptions(TimeoutOptions.enabled(settings.getCommandTimeout()))
                .socketOptions(clientOptions
                        .getSocketOptions()
                        .mutate()
                        .connectTimeout(settings.getConnectTimeout())
                        .build())
                .build();
    }

    /** Returns a copy with the connect timeout of the cache, which also limits the handshake. */
    private RedisURI address(RedisURI configured) {
        RedisURI.Builder copy = RedisURI.builder(configured).withTimeout(settings.getConnectTimeout());
        if (configured.getSentinelMasterId() != null) {
            copy.withSentinelMasterId(configured.getSentinelMasterId());
            configured.getSentinels().forEach(sentinel -> copy.withSentinel(address(sentinel)));
        }
        return copy.build();
    }
}
