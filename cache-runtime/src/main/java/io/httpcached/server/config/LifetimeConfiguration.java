package io.httpcached.server.config;

import io.httpcached.core.LifetimeShare;
import io.micronaut.context.annotation.ConfigurationProperties;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Settings of the lifetimes of entries, for routes that set none of their own. */
@ConfigurationProperties(HttpCacheConfiguration.PREFIX)
public class LifetimeConfiguration {

    private @Nullable LifetimeShare jitter;
    private @Nullable LifetimeShare refreshAhead;
    private @Nullable Duration staleAfter;

    /** {@return the share of the ttl by which lifetimes are shortened at random, or null if not set} */
    public @Nullable LifetimeShare getJitter() {
        return jitter;
    }

    /**
     * The share of the ttl by which the lifetime of each response is shortened at random, so that entries made at the same time
     * do not end at the same time: a percentage such as 10%, or a duration. Default value: 0%.
     *
     * @param jitter a percentage or a duration
     */
    public void setJitter(@Nullable String jitter) {
        this.jitter = PropertyValues.optionalShare(HttpCacheConfiguration.PREFIX + ".jitter", jitter);
    }

    /** {@return the share at the end of a lifetime in which a hit refreshes the entry, or null if not set} */
    public @Nullable LifetimeShare getRefreshAhead() {
        return refreshAhead;
    }

    /**
     * The share at the end of a lifetime in which a hit is answered at once and refreshes the entry in the background: a
     * percentage such as 20%, or a duration. Default value: 0%.
     *
     * @param refreshAhead a percentage or a duration
     */
    public void setRefreshAhead(@Nullable String refreshAhead) {
        this.refreshAhead =
                PropertyValues.optionalShare(HttpCacheConfiguration.PREFIX + ".refresh-ahead", refreshAhead);
    }

    /** {@return the time that a request waits before it is answered with a stale response, or null if not set} */
    public @Nullable Duration getStaleAfter() {
        return staleAfter;
    }

    /**
     * How long a request waits for the handler before it is answered with a stale response, where one may be served if the
     * handler fails. The handler goes on, and its response is stored. Without it, such a request waits for
     * http-cache.collapse-timeout. Default value: none.
     *
     * @param staleAfter a duration of at least 1ms
     */
    public void setStaleAfter(@Nullable String staleAfter) {
        this.staleAfter =
                PropertyValues.optionalPositiveDuration(HttpCacheConfiguration.PREFIX + ".stale-after", staleAfter);
    }
}
