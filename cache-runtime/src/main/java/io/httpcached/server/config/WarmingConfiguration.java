package io.httpcached.server.config;

import io.httpcached.store.support.DurationProperty;
import io.micronaut.context.annotation.ConfigurationProperties;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The responses that are stored before a client asks for them. */
@ConfigurationProperties(HttpCacheConfiguration.PREFIX)
public class WarmingConfiguration {

    /** The name of the property with the requests. */
    public static final String PROPERTY = HttpCacheConfiguration.PREFIX + ".warm";

    private List<WarmedRequest> warm = List.of();

    /** {@return the requests whose responses are stored} */
    public List<WarmedRequest> requests() {
        return warm;
    }

    /**
     * The paths whose responses are stored at startup, and again after all entries were invalidated, before a client asks for them:
     * paths with or without a query, including the context path, such as /products?skip=0; or maps with a path and headers. Default
     * value: none.
     *
     * @param warm texts, or maps with {@code path} and {@code headers}
     */
    public void setWarm(List<Object> warm) {
        List<WarmedRequest> parsed = new ArrayList<>();
        for (int i = 0; i < warm.size(); i++) {
            parsed.add(WarmedRequest.parse(PROPERTY + '[' + i + ']', warm.get(i)));
        }
        this.warm = List.copyOf(parsed);
    }

    /** The limits of warming. */
    @ConfigurationProperties("warming")
    public static class Limits {

        private static final int DEFAULT_MAX_CONCURRENT = 2;

        private int maxConcurrent = DEFAULT_MAX_CONCURRENT;
        private Duration timeout = Duration.ofSeconds(30);

        /** {@return the maximum number of requests at the same time} */
        public int getMaxConcurrent() {
            return maxConcurrent;
        }

        /**
         * The maximum number of requests that warm the cache at the same time in this node. Default value: 2.
         *
         * @param maxConcurrent a number, at least 1
         */
        public void setMaxConcurrent(String maxConcurrent) {
            this.maxConcurrent =
                    PropertyValues.integer(HttpCacheConfiguration.PREFIX + ".warming.max-concurrent", maxConcurrent, 1);
        }

        /** {@return the time after which the next request begins although the response has not come} */
        public Duration getTimeout() {
            return timeout;
        }

        /**
         * How long warming waits for the response of one path before it goes on with the next. Default value: 30s.
         *
         * @param timeout a duration of at least a millisecond
         */
        public void setTimeout(String timeout) {
            this.timeout = DurationProperty.parsePositive(HttpCacheConfiguration.PREFIX + ".warming.timeout", timeout);
        }
    }
}
