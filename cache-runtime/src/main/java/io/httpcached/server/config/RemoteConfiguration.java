package io.httpcached.server.config;

import io.httpcached.engine.remote.KeySegment;
import io.httpcached.engine.remote.RemoteSettings;
import io.httpcached.store.support.DurationProperty;
import io.httpcached.store.support.InvalidProperty;
import io.httpcached.store.support.SwitchProperty;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Property;
import io.micronaut.core.util.Toggleable;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Settings of the remote stores: all nodes share them, and they may fail. */
@ConfigurationProperties(HttpCacheConfiguration.PREFIX)
public class RemoteConfiguration {

    private static final Duration LONGEST_TAG_VERSION_TTL = Duration.ofDays(30);
    private static final long DEFAULT_PENDING_WRITES = 16L * 1024 * 1024;
    private static final String DEFAULT_PREFIX = "httpcached:";
    private static final Pattern UNFILTERED = Pattern.compile("@[^@]*@");
    private static final Pattern KEY_PREFIX = Pattern.compile("[\\x21-\\x7E]{0,100}");

    private final Lease lease;
    private final CircuitBreaker circuitBreaker;
    private final String defaultPrefix;
    private Duration backendTimeout = Duration.ofMillis(100);
    private @Nullable String keyPrefix;
    private String version = "";
    private String codec = "binary";
    private Duration tagVersionTtl = Duration.ofDays(7);
    private long maxPendingWrites = DEFAULT_PENDING_WRITES;

    /**
     * Creates the default settings.
     *
     * @param lease the settings of leases
     * @param circuitBreaker the settings of the circuit breaker
     * @param application the name of the application, or an empty text
     */
    RemoteConfiguration(
            Lease lease,
            CircuitBreaker circuitBreaker,
            @Property(name = "micronaut.application.name", defaultValue = "") String application) {
        this.lease = lease;
        this.circuitBreaker = circuitBreaker;
        this.defaultPrefix = application.isEmpty() ? DEFAULT_PREFIX : DEFAULT_PREFIX + KeySegment.of(application) + ':';
    }

    /** {@return the time for which a request waits for a remote store} */
    public Duration getBackendTimeout() {
        return backendTimeout;
    }

    /**
     * How long a request waits for a remote store before it continues without it. Default value: 100ms.
     *
     * @param backendTimeout a duration of at least a millisecond
     */
    public void setBackendTimeout(String backendTimeout) {
        this.backendTimeout = DurationProperty.parsePositive(property("backend-timeout"), backendTimeout);
    }

    /** {@return the prefix of all keys in a remote store} */
    public String getKeyPrefix() {
        return keyPrefix == null ? defaultPrefix : keyPrefix;
    }

    /**
     * The prefix of all keys in a remote store: applications with different prefixes can use one store without sharing
     * entries. At most 100 printable ASCII characters without spaces. If it is not set and micronaut.application.name is, the
     * name and a colon follow the default value. Default value: httpcached:
     *
     * @param keyPrefix at most 100 printable ASCII characters
     */
    public void setKeyPrefix(String keyPrefix) {
        if (!KEY_PREFIX.matcher(keyPrefix).matches()) {
            throw InvalidProperty.of(
                    property("key-prefix"), "at most 100 printable ASCII characters without spaces", keyPrefix);
        }
        this.keyPrefix = keyPrefix;
    }

    /** {@return the version of the application, or an empty text} */
    public String getVersion() {
        return version;
    }

    /**
     * The version of the application, any text, such as its build. Each version has its own entries in a remote store, so a new
     * version never serves responses of an old one. Invalidations reach the entries of all versions. Default value: empty.
     *
     * @param version any text that is not blank, or an empty text
     */
    public void setVersion(String version) {
        boolean blank = !version.isEmpty() && version.isBlank();
        if (blank || UNFILTERED.matcher(version).matches()) {
            throw InvalidProperty.of(
                    property("version"), "a text that is not blank and that the build has filled in", version);
        }
        this.version = version;
    }

    /** {@return the codec of the entries} */
    public String getCodec() {
        return codec;
    }

    /**
     * The format of entries in a remote store: binary, json, gzip or the name of an EntryCodec bean. Default value: binary.
     *
     * @param codec the name of a codec
     */
    public void setCodec(String codec) {
        this.codec = codec;
    }

    /** {@return the time for which a remote store keeps a tag version} */
    public Duration getTagVersionTtl() {
        return tagVersionTtl;
    }

    /**
     * How long a remote store keeps a tag version after the last entry with the tag was written, at most 30d. Entries live no
     * longer than that. Default value: 7d.
     *
     * @param tagVersionTtl a duration of at most 30 days
     */
    public void setTagVersionTtl(String tagVersionTtl) {
        Duration ttl = DurationProperty.parsePositive(property("tag-version-ttl"), tagVersionTtl);
        if (ttl.compareTo(LONGEST_TAG_VERSION_TTL) > 0) {
            throw InvalidProperty.of(property("tag-version-ttl"), "a duration of at most 30d", tagVersionTtl);
        }
        this.tagVersionTtl = ttl;
    }

    /** {@return the maximum size of entries that are being written, in bytes} */
    public long getMaxPendingWrites() {
        return maxPendingWrites;
    }

    /**
     * The maximum total size of entries that are being written to a remote store; further entries are dropped. Default value:
     * 16MB.
     *
     * @param maxPendingWrites a size
     */
    public void setMaxPendingWrites(String maxPendingWrites) {
        this.maxPendingWrites =
                PropertyValues.size(property("max-pending-writes"), maxPendingWrites, Long.MAX_VALUE / 2);
    }

    /** {@return the settings as the engine takes them} */
    public RemoteSettings settings() {
        return new RemoteSettings(
                backendTimeout,
                getKeyPrefix(),
                version,
                tagVersionTtl,
                maxPendingWrites,
                lease.isEnabled() ? lease.getDuration() : Duration.ZERO,
                circuitBreaker.getFailures(),
                circuitBreaker.getRetryAfter());
    }

    /** {@return whether nodes wait for the handler of another node} */
    public boolean usesLeases() {
        return lease.isEnabled();
    }

    private static String property(String name) {
        return HttpCacheConfiguration.PREFIX + '.' + name;
    }

    /** Settings of leases: one node runs a handler, and the others wait for its response. */
    @ConfigurationProperties("lease")
    public static class Lease implements Toggleable {

        private boolean enabled;
        private Duration duration = Duration.ofSeconds(10);

        @Override
        public boolean isEnabled() {
            return enabled;
        }

        /**
         * Whether only one node runs a handler while the other nodes wait for its response. Default value: false.
         *
         * @param enabled {@code true} to wait
         */
        public void setEnabled(String enabled) {
            this.enabled = SwitchProperty.parse(property("lease.enabled"), enabled);
        }

        /** {@return the time for which the other nodes wait} */
        public Duration getDuration() {
            return duration;
        }

        /**
         * How long the other nodes wait at most. Choose more than the longest run of a handler: a node that dies during the
         * run blocks the others that long. Default value: 10s.
         *
         * @param duration a duration of at least a millisecond
         */
        public void setDuration(String duration) {
            this.duration = DurationProperty.parsePositive(property("lease.duration"), duration);
        }
    }

    /** Settings of the circuit breaker of remote stores. */
    @ConfigurationProperties("circuit-breaker")
    public static class CircuitBreaker {

        private int failures = 5;
        private Duration retryAfter = Duration.ofSeconds(1);

        /** {@return the number of consecutive failures that open the circuit breaker} */
        public int getFailures() {
            return failures;
        }

        /**
         * The number of consecutive failures of a remote store that open its circuit breaker. Default value: 5.
         *
         * @param failures a number of at least 1
         */
        public void setFailures(String failures) {
            this.failures = PropertyValues.integer(property("circuit-breaker.failures"), failures, 1);
        }

        /** {@return the time for which an open circuit breaker keeps requests from a remote store} */
        public Duration getRetryAfter() {
            return retryAfter;
        }

        /**
         * How long an open circuit breaker keeps requests from a remote store before one request tries it again. Default
         * value: 1s.
         *
         * @param retryAfter a duration of at least a millisecond
         */
        public void setRetryAfter(String retryAfter) {
            this.retryAfter = DurationProperty.parsePositive(property("circuit-breaker.retry-after"), retryAfter);
        }
    }
}
