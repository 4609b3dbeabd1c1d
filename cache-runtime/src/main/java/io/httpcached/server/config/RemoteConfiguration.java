package io.httpcached.server.config;

import io.httpcached.engine.remote.RemoteSettings;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.core.convert.format.ReadableBytes;
import io.micronaut.core.util.Toggleable;
import java.time.Duration;
import java.util.regex.Pattern;

/** Settings of backends other than memory: those that all nodes share, and that may fail. */
@ConfigurationProperties(HttpCacheConfiguration.PREFIX)
public class RemoteConfiguration {

    private static final Duration LONGEST_GENERATION = Duration.ofDays(30);
    private static final long DEFAULT_PENDING_WRITES = 16L * 1024 * 1024;
    private static final Pattern KEY_PREFIX = Pattern.compile("[\\x21-\\x7E]{0,100}");

    private final Lease lease;
    private final CircuitBreaker circuitBreaker;
    private Duration backendTimeout = Duration.ofMillis(100);
    private String keyPrefix = "httpcached:";
    private String codec = "binary";
    private Duration tagVersionTtl = Duration.ofDays(7);
    private long maxPendingWrites = DEFAULT_PENDING_WRITES;

    /**
     * Takes the nested settings.
     *
     * @param lease whether nodes wait for each other
     * @param circuitBreaker when to leave a backend alone
     */
    RemoteConfiguration(Lease lease, CircuitBreaker circuitBreaker) {
        this.lease = lease;
        this.circuitBreaker = circuitBreaker;
    }

    /** {@return how long a request waits for the backend} */
    public Duration getBackendTimeout() {
        return backendTimeout;
    }

    /**
     * How long a request waits for the backend before it is answered without it. Default value {@code 100ms}.
     *
     * @param backendTimeout a duration, at least a millisecond
     */
    public void setBackendTimeout(String backendTimeout) {
        this.backendTimeout = positive("backend-timeout", backendTimeout);
    }

    /** {@return what the keys of all entries begin with} */
    public String getKeyPrefix() {
        return keyPrefix;
    }

    /**
     * What the keys of all entries begin with, so that several applications can share a backend without sharing entries.
     * Default value {@code httpcached:}.
     *
     * @param keyPrefix at most 100 printable ASCII characters
     */
    public void setKeyPrefix(String keyPrefix) {
        if (!KEY_PREFIX.matcher(keyPrefix).matches()) {
            throw new ConfigurationException(HttpCacheConfiguration.PREFIX + ".key-prefix: '" + keyPrefix
                    + "' is not at most 100 printable ASCII characters without spaces");
        }
        this.keyPrefix = keyPrefix;
    }

    /** {@return the form in which entries are written} */
    public String getCodec() {
        return codec;
    }

    /**
     * The form in which entries are written: {@code binary}, {@code json}, {@code gzip} or the name of a bean. Default
     * value {@code binary}.
     *
     * @param codec the name of a codec
     */
    public void setCodec(String codec) {
        this.codec = codec;
    }

    /** {@return how long the tag version of a tag is remembered} */
    public Duration getTagVersionTtl() {
        return tagVersionTtl;
    }

    /**
     * How long the tag version of a tag is remembered after the last entry that carries it was written; no entry lives
     * longer. Default value {@code 7d}.
     *
     * @param tagVersionTtl a duration, at most 30 days
     */
    public void setTagVersionTtl(String tagVersionTtl) {
        Duration ttl = positive("tag-version-ttl", tagVersionTtl);
        if (ttl.compareTo(LONGEST_GENERATION) > 0) {
            throw new ConfigurationException(
                    HttpCacheConfiguration.PREFIX + ".tag-version-ttl: '" + tagVersionTtl + "' is more than 30 days");
        }
        this.tagVersionTtl = ttl;
    }

    /** {@return what entries that are being written may take, in bytes} */
    public long getMaxPendingWrites() {
        return maxPendingWrites;
    }

    /**
     * What entries that are being written may take together, in bytes; further ones are dropped. Default value
     * {@code 16MB}.
     *
     * @param maxPendingWrites a size
     */
    public void setMaxPendingWrites(@ReadableBytes long maxPendingWrites) {
        this.maxPendingWrites = PropertyValues.size(
                HttpCacheConfiguration.PREFIX + ".max-pending-writes", maxPendingWrites, Long.MAX_VALUE / 2);
    }

    public RemoteSettings settings() {
        return new RemoteSettings(
                backendTimeout,
                keyPrefix,
                tagVersionTtl,
                maxPendingWrites,
                lease.isEnabled() ? lease.getDuration() : Duration.ZERO,
                circuitBreaker.getFailures(),
                circuitBreaker.getRetryAfter());
    }

    private static Duration positive(String property, String text) {
        Duration duration = PropertyValues.duration(HttpCacheConfiguration.PREFIX + "." + property, text);
        if (duration.isZero()) {
            throw new ConfigurationException(
                    HttpCacheConfiguration.PREFIX + "." + property + ": '" + text + "' is no time at all");
        }
        return duration;
    }

    /** {@return whether nodes wait for each other's handlers} */
    public boolean usesLeases() {
        return lease.isEnabled();
    }

    /** Whether one node of all runs a handler while the others wait for what it answers. */
    @ConfigurationProperties("lease")
    public static class Lease implements Toggleable {

        private boolean enabled;
        private Duration duration = Duration.ofSeconds(10);

        @Override
        public boolean isEnabled() {
            return enabled;
        }

        /**
         * Whether one node of all runs a handler while the others wait for what it answers. Default value {@code false}.
         *
         * @param enabled true to wait
         */
        public void setEnabled(boolean enabled) {
            this.enabled = enabled;
        }

        /** {@return how long the others wait at most} */
        public Duration getDuration() {
            return duration;
        }

        /**
         * How long the other nodes wait at most: longer than a handler takes, because so long does a node hold the others
         * up that dies. Default value {@code 10s}.
         *
         * @param duration a duration
         */
        public void setDuration(String duration) {
            this.duration = positive("lease.duration", duration);
        }
    }

    /** When to leave a backend alone. */
    @ConfigurationProperties("circuit-breaker")
    public static class CircuitBreaker {

        private int failures = 5;
        private Duration retryAfter = Duration.ofSeconds(1);

        /** {@return after how many failures in a row a backend is left alone} */
        public int getFailures() {
            return failures;
        }

        /**
         * After how many failures in a row a backend is left alone. Default value {@code 5}.
         *
         * @param failures a number, at least 1
         */
        public void setFailures(int failures) {
            if (failures < 1) {
                throw new ConfigurationException(
                        HttpCacheConfiguration.PREFIX + ".circuit-breaker.failures: " + failures + " is less than 1");
            }
            this.failures = failures;
        }

        /** {@return how long a backend is left alone} */
        public Duration getRetryAfter() {
            return retryAfter;
        }

        /**
         * How long a backend is left alone before one request tries it again. Default value {@code 1s}.
         *
         * @param retryAfter a duration
         */
        public void setRetryAfter(String retryAfter) {
            this.retryAfter = positive("circuit-breaker.retry-after", retryAfter);
        }
    }
}
