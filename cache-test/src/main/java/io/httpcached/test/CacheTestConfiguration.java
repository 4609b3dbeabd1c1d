package io.httpcached.test;

import io.httpcached.store.support.SwitchProperty;
import io.micronaut.context.annotation.ConfigurationProperties;

/** Settings of the test kit. */
@ConfigurationProperties(CacheTestConfiguration.PREFIX)
public class CacheTestConfiguration {

    /** The prefix of the settings. */
    public static final String PREFIX = "http-cache.test";

    private boolean clear = true;

    /** Creates the default settings. */
    public CacheTestConfiguration() {}

    /** {@return whether the cache is cleared before each test} */
    public boolean isClear() {
        return clear;
    }

    /**
     * Whether the cache is cleared before each test. Default value: true.
     *
     * @param clear {@code true} to clear it
     */
    public void setClear(String clear) {
        this.clear = SwitchProperty.parse(PREFIX + ".clear", clear);
    }
}
