package io.httpcached.store.redis;

import io.httpcached.store.support.DurationProperty;
import io.httpcached.store.support.InvalidProperty;
import io.httpcached.store.support.SwitchProperty;
import io.micronaut.context.annotation.ConfigurationProperties;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Settings of the backend redis. The address of Redis is a setting of micronaut-redis (redis.*). */
@ConfigurationProperties(RedisStoreConfiguration.PREFIX)
public class RedisStoreConfiguration {

    static final String PREFIX = "http-cache.redis";

    private static final int MOST_REPLICAS = 100;

    private @Nullable String server;
    private boolean durable;
    private @Nullable String readFrom;
    private int waitReplicas;
    private Duration waitTimeout = Duration.ofMillis(50);
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

    /** {@return the servers to read from, as Lettuce's ReadFrom names them, or null} */
    public @Nullable String getReadFrom() {
        return readFrom;
    }

    /**
     * The servers to read from, as a name of Lettuce's ReadFrom, such as replica-preferred. A replica may still have what was
     * invalidated on its master, for as long as the replication lags. Default value: none, which reads from masters.
     *
     * @param readFrom a name such as {@code replica-preferred} or {@code lowest-latency}
     */
    public void setReadFrom(@Nullable String readFrom) {
        this.readFrom = readFrom == null || readFrom.isBlank() ? null : readFrom.strip();
    }

    /** {@return the number of replicas that must have received an invalidation} */
    public int getWaitReplicas() {
        return waitReplicas;
    }

    /**
     * The number of replicas that must have received an invalidation before it is confirmed (WAIT). Useful together with
     * http-cache.redis.durable. Default value: 0.
     *
     * @param waitReplicas a number of replicas
     */
    public void setWaitReplicas(String waitReplicas) {
        String allowed = "a number of replicas from 0 to " + MOST_REPLICAS;
        try {
            this.waitReplicas = Integer.parseInt(waitReplicas.strip());
        } catch (NumberFormatException e) {
            throw InvalidProperty.of(PREFIX + ".wait-replicas", allowed, waitReplicas, e);
        }
        if (this.waitReplicas < 0 || this.waitReplicas > MOST_REPLICAS) {
            throw InvalidProperty.of(PREFIX + ".wait-replicas", allowed, waitReplicas);
        }
    }

    /** {@return the time until replicas must have received an invalidation} */
    public Duration getWaitTimeout() {
        return waitTimeout;
    }

    /**
     * The time until that many replicas must have received an invalidation. Otherwise it is not confirmed, and repeated. Set it shorter than
     * http-cache.backend-timeout. Default value: 50ms.
     *
     * @param waitTimeout a duration of at least one millisecond
     */
    public void setWaitTimeout(String waitTimeout) {
        this.waitTimeout = DurationProperty.parsePositive(PREFIX + ".wait-timeout", waitTimeout);
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
