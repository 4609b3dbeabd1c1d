package io.httpcached.store.redis;

import io.httpcached.store.support.DurationProperty;
import io.httpcached.store.support.SwitchProperty;
import io.micronaut.context.annotation.ConfigurationProperties;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Settings of the backend redis. The address of Redis is a setting of micronaut-redis (redis.*). */
@ConfigurationProperties(RedisStoreConfiguration.PREFIX)
public class RedisStoreConfiguration {

    static final String PREFIX = "http-cache.redis";

    private @Nullable String server;
    private boolean durable;
    private Duration connectTimeout = Duration.ofSeconds(2);
    private Duration commandTimeout = Duration.ofSeconds(1);

    /** {@return the name of a server under redis.servers, or null for the server under redis} */
    public @Nullable String getServer() {
        return server;
    }

    /**
     * The name of a server under redis.servers. Default value: none, which selects the server that is configured
     * under redis itself.
     *
     * @param server the name of a server, or null
     */
    public void setServer(@Nullable String server) {
        this.server = server;
    }

    /** {@return whether Redis never loses a write that it has confirmed} */
    public boolean isDurable() {
        return durable;
    }

    /**
     * Whether Redis never loses a write that it has confirmed: it writes each to its disk (appendonly yes, appendfsync
     * always), and no replica that may lack one can become the master. Then entries stay valid when Redis restarts.
     * Otherwise a restart or a failover makes all entries misses, because invalidations may be lost. Default value: false.
     *
     * @param durable {@code true} to trust what Redis has after a restart or a failover
     */
    public void setDurable(String durable) {
        this.durable = SwitchProperty.parse(PREFIX + ".durable", durable);
    }

    /** {@return the maximum duration of connecting} */
    public Duration getConnectTimeout() {
        return connectTimeout;
    }

    /**
     * The maximum duration of connecting to Redis until the connection is ready for use. Requests do not wait that long;
     * see http-cache.backend-timeout. Default value: 2s.
     *
     * @param connectTimeout a duration of at least one millisecond
     */
    public void setConnectTimeout(String connectTimeout) {
        this.connectTimeout = DurationProperty.parsePositive(PREFIX + ".connect-timeout", connectTimeout);
    }

    /** {@return the maximum duration of a command} */
    public Duration getCommandTimeout() {
        return commandTimeout;
    }

    /**
     * The maximum duration of a Redis command. Set it longer than http-cache.backend-timeout, after which a request
     * continues without the backend: a command that exceeds this limit makes the store suspect its connection. Default
     * value: 1s.
     *
     * @param commandTimeout a duration of at least one millisecond
     */
    public void setCommandTimeout(String commandTimeout) {
        this.commandTimeout = DurationProperty.parsePositive(PREFIX + ".command-timeout", commandTimeout);
    }
}
