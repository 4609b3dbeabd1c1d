package io.httpcached.store.redis;

import io.httpcached.annotation.DurationText;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.exceptions.ConfigurationException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Settings of the backend {@code redis}. Where Redis is, is configured where micronaut-redis has it. */
@ConfigurationProperties(RedisStoreConfiguration.PREFIX)
public class RedisStoreConfiguration {

    static final String PREFIX = "http-cache.redis";

    private @Nullable String server;
    private Duration connectTimeout = Duration.ofSeconds(2);
    private Duration commandTimeout = Duration.ofSeconds(1);

    /** {@return the name of a server under {@code redis.servers}, or null for the one under {@code redis}} */
    public @Nullable String getServer() {
        return server;
    }

    /**
     * The name of a server under {@code redis.servers}. Default is the one under {@code redis} itself.
     *
     * @param server a name
     */
    public void setServer(@Nullable String server) {
        this.server = server;
    }

    /** {@return how long a connection may take to be ready for use} */
    public Duration getConnectTimeout() {
        return connectTimeout;
    }

    /**
     * How long a connection may take to be ready for use. Requests do not wait that long, see
     * {@code http-cache.backend-timeout}. Default value {@code 2s}.
     *
     * @param connectTimeout a duration, at least a millisecond
     */
    public void setConnectTimeout(String connectTimeout) {
        this.connectTimeout = positive("connect-timeout", connectTimeout);
    }

    /** {@return how long a command may take before it is given up} */
    public Duration getCommandTimeout() {
        return commandTimeout;
    }

    /**
     * How long a command may take before it is given up. Requests do not wait that long, see
     * {@code http-cache.backend-timeout}, which is to be the shorter one: commands that are given up cast doubt on the
     * connection. Default value {@code 1s}.
     *
     * @param commandTimeout a duration, at least a millisecond
     */
    public void setCommandTimeout(String commandTimeout) {
        this.commandTimeout = positive("command-timeout", commandTimeout);
    }

    private static Duration positive(String property, String text) {
        try {
            Duration duration = DurationText.parse(text);
            if (!duration.isZero()) {
                return duration;
            }
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(PREFIX + "." + property + ": " + e.getMessage(), e);
        }
        throw new ConfigurationException(PREFIX + "." + property + ": '" + text + "' is no time at all");
    }
}
