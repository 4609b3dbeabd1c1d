package io.httpcached.server.config;

import io.micronaut.context.annotation.ConfigurationProperties;

/** Settings of background refreshes. */
@ConfigurationProperties(RefreshConfiguration.PREFIX)
public class RefreshConfiguration {

    /** The prefix of the settings. */
    public static final String PREFIX = HttpCacheConfiguration.PREFIX + ".refresh";

    private static final int DEFAULT_MAX_CONCURRENT = 32;

    private int maxConcurrent = DEFAULT_MAX_CONCURRENT;

    /** {@return the maximum number of background refreshes at the same time} */
    public int getMaxConcurrent() {
        return maxConcurrent;
    }

    /**
     * The maximum number of background refreshes at the same time in this node. Above it, a stale response is served without
     * a refresh, and a later request refreshes it. Default value: 32.
     *
     * @param maxConcurrent a number, at least 1
     */
    public void setMaxConcurrent(String maxConcurrent) {
        this.maxConcurrent = PropertyValues.integer(PREFIX + ".max-concurrent", maxConcurrent, 1);
    }
}
