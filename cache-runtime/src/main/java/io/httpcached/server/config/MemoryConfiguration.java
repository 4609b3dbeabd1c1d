package io.httpcached.server.config;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Settings of the memory store. */
@ConfigurationProperties(MemoryConfiguration.PREFIX)
public class MemoryConfiguration {

    /** The prefix of the settings. */
    public static final String PREFIX = HttpCacheConfiguration.PREFIX + ".memory";

    private static final long DEFAULT_MAXIMUM_SIZE = 64L * 1024 * 1024;

    private long maximumSize = DEFAULT_MAXIMUM_SIZE;
    private @Nullable String broadcast;
    private Duration maximumLag = Duration.ofSeconds(1);

    /** {@return the maximum size of all entries in bytes} */
    public long getMaximumSize() {
        return maximumSize;
    }

    /**
     * The maximum total size of bodies, headers and keys in the memory store. Default value: 64MB.
     *
     * @param maximumSize a size
     */
    public void setMaximumSize(String maximumSize) {
        this.maximumSize = PropertyValues.size(PREFIX + ".maximum-size", maximumSize, Long.MAX_VALUE);
    }

    /** {@return the name of the channel over which nodes exchange invalidations, or null} */
    public @Nullable String getBroadcast() {
        return broadcast;
    }

    /**
     * The channel over which nodes tell each other of invalidations: redis or the name of a BroadcastChannel bean. Without
     * one, an invalidation reaches the entries of its own node only. Default value: none.
     *
     * @param broadcast the name of a channel
     */
    public void setBroadcast(@Nullable String broadcast) {
        this.broadcast = broadcast == null || broadcast.isBlank() ? null : broadcast.strip();
    }

    /** {@return the maximum time for which an invalidation of another node may take effect late} */
    public Duration getMaximumLag() {
        return maximumLag;
    }

    /**
     * How late an invalidation of another node may take effect with http-cache.memory.broadcast. While a node cannot
     * know that it has heard everything older than that, it does not use its entries. At least 100ms, at most 1h. Default value: 1s.
     *
     * @param maximumLag a duration from 100ms to 1h
     */
    public void setMaximumLag(String maximumLag) {
        this.maximumLag = PropertyValues.lag(PREFIX + ".maximum-lag", maximumLag);
    }
}
