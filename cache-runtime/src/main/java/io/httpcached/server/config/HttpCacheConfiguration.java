package io.httpcached.server.config;

import io.httpcached.annotation.RequestDirectives;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.convert.format.ReadableBytes;
import io.micronaut.core.util.Toggleable;
import io.micronaut.http.filter.ServerFilterPhase;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Settings of the response cache. Durations are text in the grammar of
 * {@link io.httpcached.annotation.DurationText}; sizes are bytes with an optional unit ({@code 512KB}, {@code 64MB}).
 */
@ConfigurationProperties(HttpCacheConfiguration.PREFIX)
public class HttpCacheConfiguration implements Toggleable {

    /** Where all settings live. */
    public static final String PREFIX = "http-cache";

    /** The only backend that is always there. */
    public static final String MEMORY = "memory";

    private static final int DEFAULT_MAX_BODY_SIZE = 1024 * 1024;
    private static final int DEFAULT_MAX_TAGS = 128;

    private boolean enabled = true;
    private String backend = MEMORY;
    private String namespace = "";
    private String cacheName = "HttpCached";
    private @Nullable Duration defaultTtl;
    private Duration keepStale = Duration.ofMinutes(10);
    private Duration collapseTimeout = Duration.ofSeconds(5);
    private int maxBodySize = DEFAULT_MAX_BODY_SIZE;
    private int maxTags = DEFAULT_MAX_TAGS;
    private Set<Integer> cacheableStatuses = Set.of(200, 203, 204, 300, 301, 308);
    private RequestDirectives requestDirectives = RequestDirectives.HONOR;
    private boolean heuristicFreshness;
    private List<String> targetedFields = List.of();
    private boolean cacheStatus = true;
    private boolean cacheStatusKey;
    private @Nullable String statusHeader;
    private boolean isolateHandlers;
    private int filterOrder = ServerFilterPhase.SECURITY.after();

    @Override
    public boolean isEnabled() {
        return enabled;
    }

    /**
     * Whether responses are cached at all. Default value {@code true}.
     *
     * @param enabled false to answer every request from its handler
     */
    public void setEnabled(boolean enabled) {
        this.enabled = enabled;
    }

    /** {@return where entries live} */
    public String getBackend() {
        return backend;
    }

    /**
     * Where entries live. Default value {@code memory}.
     *
     * @param backend the name of a backend
     */
    public void setBackend(String backend) {
        this.backend = backend;
    }

    /** {@return the prefix of the keys of routes that set none} */
    public String getNamespace() {
        return namespace;
    }

    /**
     * The prefix of the keys of routes that set none. Default value: empty.
     *
     * @param namespace any text
     */
    public void setNamespace(String namespace) {
        this.namespace = namespace;
    }

    /** {@return the name of this cache in Cache-Status} */
    public String getCacheName() {
        return cacheName;
    }

    /**
     * The name of this cache in {@code Cache-Status} (RFC 9211 §2). Default value {@code HttpCached}.
     *
     * @param cacheName a token
     */
    public void setCacheName(String cacheName) {
        this.cacheName = PropertyValues.token(PREFIX + ".cache-name", cacheName);
    }

    /** {@return the lifetime of responses whose route and handler set none} */
    public @Nullable Duration getDefaultTtl() {
        return defaultTtl;
    }

    /**
     * The lifetime of responses whose route and handler set none. Default value: none, such responses are not stored.
     *
     * @param defaultTtl a duration
     */
    public void setDefaultTtl(@Nullable String defaultTtl) {
        this.defaultTtl = PropertyValues.optionalDuration(PREFIX + ".default-ttl", defaultTtl);
    }

    /** {@return how long a stale entry is kept to be validated} */
    public Duration getKeepStale() {
        return keepStale;
    }

    /**
     * How long an entry is kept after its lifetime so that it can be validated (RFC 9111 §4.3). Default value
     * {@code 10m}.
     *
     * @param keepStale a duration
     */
    public void setKeepStale(String keepStale) {
        this.keepStale = PropertyValues.duration(PREFIX + ".keep-stale", keepStale);
    }

    /** {@return how long a request waits for another one's handler} */
    public Duration getCollapseTimeout() {
        return collapseTimeout;
    }

    /**
     * How long a request waits for the handler of an equal request before it calls the handler itself. Default value
     * {@code 5s}.
     *
     * @param collapseTimeout a duration
     */
    public void setCollapseTimeout(String collapseTimeout) {
        this.collapseTimeout = PropertyValues.duration(PREFIX + ".collapse-timeout", collapseTimeout);
    }

    /** {@return the largest body that is stored, in bytes} */
    public int getMaxBodySize() {
        return maxBodySize;
    }

    /**
     * The largest body that is stored, in bytes. Larger ones pass through untouched. Default value {@code 1MB}.
     *
     * @param maxBodySize a size
     */
    public void setMaxBodySize(@ReadableBytes long maxBodySize) {
        this.maxBodySize = (int) PropertyValues.size(PREFIX + ".max-body-size", maxBodySize, Integer.MAX_VALUE);
    }

    /** {@return how many tags a handler may add to a response that is stored} */
    public int getMaxTags() {
        return maxTags;
    }

    /**
     * How many tags a handler may add to a response that is stored: each is asked for at every look-up in a shared backend.
     * With more, a response is not stored. Default value {@code 128}.
     *
     * @param maxTags a number, 0 or more
     */
    public void setMaxTags(int maxTags) {
        this.maxTags = PropertyValues.count(PREFIX + ".max-tags", maxTags);
    }

    /** {@return the status codes that an annotation's ttl applies to} */
    public Set<Integer> getCacheableStatuses() {
        return cacheableStatuses;
    }

    /**
     * The status codes that the {@code ttl} of a route or {@code default-ttl} applies to. Other final ones are stored
     * only with an explicit lifetime. Default value {@code 200, 203, 204, 300, 301, 308}.
     *
     * @param cacheableStatuses codes from 200 to 599
     */
    public void setCacheableStatuses(Set<String> cacheableStatuses) {
        this.cacheableStatuses = PropertyValues.statuses(PREFIX + ".cacheable-statuses", cacheableStatuses);
    }

    /** {@return whether the client's Cache-Control is obeyed} */
    public RequestDirectives getRequestDirectives() {
        return requestDirectives;
    }

    /**
     * Whether the {@code Cache-Control} of clients is obeyed, {@code honor} or {@code ignore}. Default value
     * {@code honor}.
     *
     * @param requestDirectives the rule for routes that set none
     */
    public void setRequestDirectives(RequestDirectives requestDirectives) {
        this.requestDirectives = requestDirectives;
    }

    /** {@return whether a lifetime may be guessed} */
    public boolean isHeuristicFreshness() {
        return heuristicFreshness;
    }

    /**
     * Whether a lifetime may be guessed from {@code Last-Modified} when nothing else says one (RFC 9111 §4.2.2). Default
     * value {@code false}.
     *
     * @param heuristicFreshness true to guess
     */
    public void setHeuristicFreshness(boolean heuristicFreshness) {
        this.heuristicFreshness = heuristicFreshness;
    }

    /** {@return the response fields that win over Cache-Control} */
    public List<String> getTargetedFields() {
        return targetedFields;
    }

    /**
     * Response fields that are meant for this cache and win over {@code Cache-Control}, the first one present counts
     * (RFC 9213). Default value: none.
     *
     * @param targetedFields field names such as {@code CDN-Cache-Control}
     */
    public void setTargetedFields(List<String> targetedFields) {
        targetedFields.forEach(name -> PropertyValues.token(PREFIX + ".targeted-fields", name));
        this.targetedFields = List.copyOf(targetedFields);
    }

    /** {@return whether Cache-Status is sent} */
    public boolean isCacheStatus() {
        return cacheStatus;
    }

    /**
     * Whether {@code Cache-Status} (RFC 9211) is sent. Default value {@code true}.
     *
     * @param cacheStatus false to leave it out
     */
    public void setCacheStatus(boolean cacheStatus) {
        this.cacheStatus = cacheStatus;
    }

    /** {@return whether Cache-Status shows the key} */
    public boolean isCacheStatusKey() {
        return cacheStatusKey;
    }

    /**
     * Whether {@code Cache-Status} shows the key, for debugging: a key holds what clients sent. Default value
     * {@code false}.
     *
     * @param cacheStatusKey true to show it
     */
    public void setCacheStatusKey(boolean cacheStatusKey) {
        this.cacheStatusKey = cacheStatusKey;
    }

    /** {@return the name of the plain status header} */
    public @Nullable String getStatusHeader() {
        return statusHeader;
    }

    /**
     * The name of a response header that says {@code HIT} or {@code MISS}, such as {@code X-Cache}. Default value: none,
     * it is not sent.
     *
     * @param statusHeader a field name
     */
    public void setStatusHeader(@Nullable String statusHeader) {
        this.statusHeader = statusHeader == null ? null : PropertyValues.token(PREFIX + ".status-header", statusHeader);
    }

    /** {@return whether handlers see no more of a request than its key holds} */
    public boolean isIsolateHandlers() {
        return isolateHandlers;
    }

    /**
     * Whether the handler of a shared entry is shown a request without the header fields, cookies and query parameters that
     * are not in its key, so that none of them can find its way into what others are answered. Default value
     * {@code false}.
     *
     * @param isolateHandlers true to hide them
     */
    public void setIsolateHandlers(boolean isolateHandlers) {
        this.isolateHandlers = isolateHandlers;
    }

    /** {@return where the cache stands among the server's filters} */
    public int getFilterOrder() {
        return filterOrder;
    }

    /**
     * Where the cache stands among the server's filters: what filters of a higher order add to a response is stored with
     * it. Default value: after security.
     *
     * @param filterOrder an order, higher is nearer to the handler
     */
    public void setFilterOrder(int filterOrder) {
        this.filterOrder = filterOrder;
    }

    /** Settings of the memory backend. */
    @ConfigurationProperties("memory")
    public static class Memory {

        private static final long DEFAULT_MAXIMUM_SIZE = 64L * 1024 * 1024;

        private long maximumSize = DEFAULT_MAXIMUM_SIZE;

        /** {@return what entries may take, in bytes} */
        public long getMaximumSize() {
            return maximumSize;
        }

        /**
         * What bodies, headers and keys may take together, in bytes. Default value {@code 64MB}.
         *
         * @param maximumSize a size
         */
        public void setMaximumSize(@ReadableBytes long maximumSize) {
            this.maximumSize = PropertyValues.size(PREFIX + ".memory.maximum-size", maximumSize, Long.MAX_VALUE);
        }
    }
}
