package io.httpcached.server.config;

import io.httpcached.engine.near.NearSettings;
import io.httpcached.store.support.SwitchProperty;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.core.util.Toggleable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Settings of the copies of a remote store's entries that a node keeps in memory. */
@Context
@ConfigurationProperties(NearConfiguration.PREFIX)
public class NearConfiguration implements Toggleable {

    /** The prefix of the settings. */
    public static final String PREFIX = HttpCacheConfiguration.PREFIX + ".near";

    private static final long DEFAULT_MAXIMUM_SIZE = 64L * 1024 * 1024;

    private static final Duration LONGEST_STRICT_LAG = Duration.ofSeconds(10);

    private boolean enabled;
    private long maximumSize = DEFAULT_MAXIMUM_SIZE;
    private @Nullable Duration ttl;
    private Duration maximumLag = Duration.ofSeconds(1);
    private boolean strict;

    @Override
    public boolean isEnabled() {
        return enabled;
    }

    /**
     * Whether this node keeps copies of a remote store's entries in memory, and answers with them. It has no effect on the
     * memory store. Default value: false.
     *
     * @param enabled {@code true} to keep copies
     */
    public void setEnabled(String enabled) {
        this.enabled = SwitchProperty.parse(PREFIX + ".enabled", enabled);
    }

    /** {@return the maximum size of all copies of a store's entries, in bytes} */
    public long getMaximumSize() {
        return maximumSize;
    }

    /**
     * The maximum total size of the copies of a store's entries. Default value: 64MB.
     *
     * @param maximumSize a size
     */
    public void setMaximumSize(String maximumSize) {
        this.maximumSize = PropertyValues.size(PREFIX + ".maximum-size", maximumSize, Long.MAX_VALUE);
    }

    /** {@return the time for which a copy may be used, or null for the default of the store} */
    public @Nullable Duration getTtl() {
        return ttl;
    }

    /**
     * How long a copy may be used before the store is asked again. If it is not set, 1s for stores that do not report changes, and
     * without limit for redis. Default value: none.
     *
     * @param ttl a duration of at least a millisecond
     */
    public void setTtl(@Nullable String ttl) {
        this.ttl = PropertyValues.optionalPositiveDuration(PREFIX + ".ttl", ttl);
    }

    /** {@return the time for which copies are used after the store has confirmed that it reported all changes} */
    public Duration getMaximumLag() {
        return maximumLag;
    }

    /**
     * How long copies may be used after the store has confirmed that it reported all changes; it is asked ten times as often.
     * No copy is used for longer after another node changed the data. At least 100ms, at most 1h; with http-cache.near.strict at
     * most 10s, and the same on all nodes. Only for redis. Default value: 1s.
     *
     * @param maximumLag a duration from 100ms to 1h
     */
    public void setMaximumLag(String maximumLag) {
        this.maximumLag = PropertyValues.lag(PREFIX + ".maximum-lag", maximumLag);
    }

    /** {@return whether an invalidation completes only when no node uses a copy from before it} */
    public boolean isStrict() {
        return strict;
    }

    /**
     * Whether an invalidation completes only when no node uses a copy from before it, at the latest after the maximum lag. Set it on
     * all nodes. Only for redis. Default value: false.
     *
     * @param strict {@code true} to wait for the other nodes
     */
    public void setStrict(String strict) {
        this.strict = SwitchProperty.parse(PREFIX + ".strict", strict);
    }

    /**
     * {@return the settings as the engine takes them}
     *
     * @throws ConfigurationException if an invalidation could take longer than a client waits
     */
    public NearSettings settings() {
        if (strict && maximumLag.compareTo(LONGEST_STRICT_LAG) > 0) {
            throw new ConfigurationException(PREFIX + ".maximum-lag must be at most 10s with " + PREFIX
                    + ".strict, because an invalidation can take that long, but was " + maximumLag + '.');
        }
        return new NearSettings(maximumSize, ttl, maximumLag, strict);
    }
}
