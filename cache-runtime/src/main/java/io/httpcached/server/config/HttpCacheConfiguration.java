package io.httpcached.server.config;

import io.httpcached.annotation.RequestDirectives;
import io.httpcached.annotation.UnkeyedReads;
import io.httpcached.store.support.DurationProperty;
import io.httpcached.store.support.SwitchProperty;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.util.Toggleable;
import io.micronaut.http.filter.ServerFilterPhase;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Settings of the response cache. Setters take text, so that an invalid value fails startup with a message that names the
 * property. Durations have the grammar of {@link io.httpcached.annotation.DurationText}; sizes are bytes with an optional
 * unit ({@code 512KB}, {@code 64MB}, {@code 1GB}).
 */
@ConfigurationProperties(HttpCacheConfiguration.PREFIX)
public class HttpCacheConfiguration implements Toggleable {

    /** The prefix of all settings. */
    public static final String PREFIX = "http-cache";

    /** The store that is always available. */
    public static final String MEMORY = "memory";

    private static final int DEFAULT_MAX_BODY_SIZE = 1024 * 1024;
    private static final int DEFAULT_MAX_REQUEST_BODY_SIZE = 256 * 1024;
    private static final int DEFAULT_MAX_TAGS = 128;

    private boolean enabled = true;
    private String backend = MEMORY;
    private String namespace = "";
    private String cacheName = "HttpCached";
    private @Nullable Duration defaultTtl;
    private @Nullable Duration clientTtl;
    private Duration keepStale = Duration.ofMinutes(10);
    private Duration collapseTimeout = Duration.ofSeconds(5);
    private int maxBodySize = DEFAULT_MAX_BODY_SIZE;
    private int maxRequestBodySize = DEFAULT_MAX_REQUEST_BODY_SIZE;
    private int maxTags = DEFAULT_MAX_TAGS;
    private Set<Integer> cacheableStatuses = Set.of(200, 203, 204, 300, 301, 308);
    private List<String> ignoredParameters = List.of();
    private RequestDirectives requestDirectives = RequestDirectives.HONOR;
    private boolean heuristicFreshness;
    private List<String> targetedFields = List.of();
    private boolean cacheStatus = true;
    private boolean cacheStatusKey;
    private @Nullable String statusHeader;
    private @Nullable UnkeyedReads unkeyedReads;
    private boolean isolateHandlers;
    private int filterOrder = ServerFilterPhase.SECURITY.after();

    @Override
    public boolean isEnabled() {
        return enabled;
    }

    /**
     * Whether the cache answers requests and stores responses. If not, the handler answers every request, and requests and
     * HttpCache still invalidate the entries of other nodes. Default value: true.
     *
     * @param enabled {@code false} to answer every request from its handler
     */
    public void setEnabled(String enabled) {
        this.enabled = SwitchProperty.parse(property("enabled"), enabled);
    }

    /** {@return the store of the entries} */
    public String getBackend() {
        return backend;
    }

    /**
     * The store of the entries: memory, redis, memcached, dynamodb or the name of a bean. Default value: memory.
     *
     * @param backend the name of a store
     */
    public void setBackend(String backend) {
        this.backend = backend;
    }

    /** {@return the namespace of routes that set none} */
    public String getNamespace() {
        return namespace;
    }

    /**
     * The namespace of routes that set none: a prefix of their keys. Default value: empty.
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
     * The name of this cache in the Cache-Status header (RFC 9211), a token. Default value: HttpCached.
     *
     * @param cacheName a token
     */
    public void setCacheName(String cacheName) {
        this.cacheName = PropertyValues.token(property("cache-name"), cacheName);
    }

    /** {@return the freshness lifetime of responses for which neither the route nor the handler sets one} */
    public @Nullable Duration getDefaultTtl() {
        return defaultTtl;
    }

    /**
     * The freshness lifetime of responses for which neither the route nor the handler sets one, such as 90s or 10m. Without
     * it, such responses are not stored. Default value: none.
     *
     * @param defaultTtl a duration
     */
    public void setDefaultTtl(@Nullable String defaultTtl) {
        this.defaultTtl = PropertyValues.optionalDuration(property("default-ttl"), defaultTtl);
    }

    /** {@return the time for which clients may use responses without asking the server} */
    public @Nullable Duration getClientTtl() {
        return clientTtl;
    }

    /**
     * How long clients may use responses without asking the server, at most the remaining lifetime of the entry; with 0s, they
     * revalidate a response before each use. It applies to all routes for which neither the annotation nor the named policy sets
     * one, also to those with one entry per user. Without it, clients revalidate the responses of routes with one entry per user,
     * with tags, or on a path that another route invalidates, and use those of other routes for the remaining lifetime of the
     * entry. Default value: none.
     *
     * @param clientTtl a duration
     */
    public void setClientTtl(@Nullable String clientTtl) {
        this.clientTtl = PropertyValues.optionalDuration(property("client-ttl"), clientTtl);
    }

    /** {@return the time for which a stale entry is kept for revalidation} */
    public Duration getKeepStale() {
        return keepStale;
    }

    /**
     * How long an entry is kept after its freshness lifetime, so that it can be revalidated (RFC 9111). Default value: 10m.
     *
     * @param keepStale a duration
     */
    public void setKeepStale(String keepStale) {
        this.keepStale = DurationProperty.parse(property("keep-stale"), keepStale);
    }

    /** {@return the time for which a request waits for the handler of an equal request} */
    public Duration getCollapseTimeout() {
        return collapseTimeout;
    }

    /**
     * How long a request waits for the handler of an equal request before it runs the handler itself. Default value: 5s.
     *
     * @param collapseTimeout a duration
     */
    public void setCollapseTimeout(String collapseTimeout) {
        this.collapseTimeout = DurationProperty.parse(property("collapse-timeout"), collapseTimeout);
    }

    /** {@return the maximum size of a stored body in bytes} */
    public int getMaxBodySize() {
        return maxBodySize;
    }

    /**
     * The maximum size of a stored body. Responses with a larger body are sent, but not stored. Default value: 1MB.
     *
     * @param maxBodySize a size of less than 2GB
     */
    public void setMaxBodySize(String maxBodySize) {
        this.maxBodySize = (int) PropertyValues.size(property("max-body-size"), maxBodySize, Integer.MAX_VALUE);
    }

    /** {@return the maximum size in bytes of a request body that is part of a key} */
    public int getMaxRequestBodySize() {
        return maxRequestBodySize;
    }

    /**
     * The maximum size of a request body that is part of a key, on routes for QUERY or POST. The cache reads it before the
     * handler. Requests with a larger body bypass the cache. Default value: 256KB.
     *
     * @param maxRequestBodySize a size of less than 2GB
     */
    public void setMaxRequestBodySize(String maxRequestBodySize) {
        this.maxRequestBodySize =
                (int) PropertyValues.size(property("max-request-body-size"), maxRequestBodySize, Integer.MAX_VALUE);
    }

    /** {@return the maximum number of tags that a handler adds to a stored response} */
    public int getMaxTags() {
        return maxTags;
    }

    /**
     * The maximum number of tags that a handler adds to a stored response: each lookup in a remote store checks all of them.
     * Responses with more tags are not stored. Default value: 128.
     *
     * @param maxTags a number, 0 or more
     */
    public void setMaxTags(String maxTags) {
        this.maxTags = PropertyValues.integer(property("max-tags"), maxTags, 0);
    }

    /** {@return the status codes to which the ttl of a route applies} */
    public Set<Integer> getCacheableStatuses() {
        return cacheableStatuses;
    }

    /**
     * The status codes to which the ttl of a route and the default-ttl apply. Responses with other status codes are stored
     * only if the handler sets a lifetime. Default value: 200,203,204,300,301,308.
     *
     * @param cacheableStatuses codes from 200 to 599
     */
    public void setCacheableStatuses(Set<String> cacheableStatuses) {
        this.cacheableStatuses = PropertyValues.statuses(property("cacheable-statuses"), cacheableStatuses);
    }

    /** {@return the query parameters that keys of the whole query leave out} */
    public List<String> getIgnoredParameters() {
        return ignoredParameters;
    }

    /**
     * The query parameters that are left out of keys that take the whole query, such as fbclid or utm_*, for routes for which
     * neither the annotation nor the named policy sets any. Name only parameters that no handler of such a route reads. Default
     * value: none.
     *
     * @param ignoredParameters names; a {@code *} at the end stands for any text
     */
    public void setIgnoredParameters(List<String> ignoredParameters) {
        this.ignoredParameters = PropertyValues.parameters(property("ignored-parameters"), ignoredParameters);
    }

    /** {@return whether the Cache-Control of clients is honored} */
    public RequestDirectives getRequestDirectives() {
        return requestDirectives;
    }

    /**
     * Whether the Cache-Control of clients is honored: honor or ignore. Default value: honor.
     *
     * @param requestDirectives {@code honor} or {@code ignore}
     */
    public void setRequestDirectives(String requestDirectives) {
        this.requestDirectives = PropertyValues.choice(
                property("request-directives"),
                requestDirectives,
                List.of(RequestDirectives.HONOR, RequestDirectives.IGNORE));
    }

    /** {@return whether a heuristic freshness lifetime is used} */
    public boolean isHeuristicFreshness() {
        return heuristicFreshness;
    }

    /**
     * Whether a response without a lifetime is given one from its Last-Modified header (RFC 9111, heuristic freshness).
     * Default value: false.
     *
     * @param heuristicFreshness {@code true} to use heuristic freshness
     */
    public void setHeuristicFreshness(String heuristicFreshness) {
        this.heuristicFreshness = SwitchProperty.parse(property("heuristic-freshness"), heuristicFreshness);
    }

    /** {@return the response headers that take precedence over Cache-Control} */
    public List<String> getTargetedFields() {
        return targetedFields;
    }

    /**
     * Response headers for this cache that take precedence over Cache-Control, such as CDN-Cache-Control; the first one that
     * is present is used (RFC 9213). Default value: none.
     *
     * @param targetedFields field names
     */
    public void setTargetedFields(List<String> targetedFields) {
        targetedFields.forEach(name -> PropertyValues.token(property("targeted-fields"), name));
        this.targetedFields = List.copyOf(targetedFields);
    }

    /** {@return whether responses have a Cache-Status header} */
    public boolean isCacheStatus() {
        return cacheStatus;
    }

    /**
     * Whether responses have a Cache-Status header (RFC 9211). Default value: true.
     *
     * @param cacheStatus {@code false} to omit it
     */
    public void setCacheStatus(String cacheStatus) {
        this.cacheStatus = SwitchProperty.parse(property("cache-status"), cacheStatus);
    }

    /** {@return whether Cache-Status shows the key} */
    public boolean isCacheStatusKey() {
        return cacheStatusKey;
    }

    /**
     * Whether Cache-Status shows the key. For debugging only: the key contains values that the client sent. Default value:
     * false.
     *
     * @param cacheStatusKey {@code true} to show it
     */
    public void setCacheStatusKey(String cacheStatusKey) {
        this.cacheStatusKey = SwitchProperty.parse(property("cache-status-key"), cacheStatusKey);
    }

    /** {@return the name of the response header that says HIT or MISS} */
    public @Nullable String getStatusHeader() {
        return statusHeader;
    }

    /**
     * The name of a response header that says HIT or MISS, such as X-Cache. Default value: none.
     *
     * @param statusHeader a field name
     */
    public void setStatusHeader(@Nullable String statusHeader) {
        this.statusHeader = statusHeader == null ? null : PropertyValues.token(property("status-header"), statusHeader);
    }

    /** {@return the rule for reads of parts of a request that are not in the key, never {@code DEFAULT}} */
    public UnkeyedReads getUnkeyedReads() {
        return unkeyedReads != null ? unkeyedReads : isolateHandlers ? UnkeyedReads.HIDE : UnkeyedReads.VARY;
    }

    /**
     * The rule for code behind the cache that reads a part of a request that is not in the key. With vary, this part selects the
     * entry from then on; with warn, the log names it once; with hide, the handlers of shared entries do not receive it; with fail,
     * the request fails; with ignore, reads are not observed. Default value: vary.
     *
     * @param unkeyedReads {@code vary}, {@code warn}, {@code hide}, {@code fail} or {@code ignore}
     */
    public void setUnkeyedReads(String unkeyedReads) {
        this.unkeyedReads = PropertyValues.choice(
                property("unkeyed-reads"),
                unkeyedReads,
                List.of(
                        UnkeyedReads.VARY,
                        UnkeyedReads.WARN,
                        UnkeyedReads.HIDE,
                        UnkeyedReads.FAIL,
                        UnkeyedReads.IGNORE));
    }

    /**
     * Deprecated: use http-cache.unkeyed-reads with the value hide, which has the same effect as true here. Default value: false.
     *
     * @param isolateHandlers {@code true} to hide from handlers what the key does not contain
     * @deprecated use {@code http-cache.unkeyed-reads: hide}
     */
    @Deprecated
    public void setIsolateHandlers(String isolateHandlers) {
        this.isolateHandlers = SwitchProperty.parse(property("isolate-handlers"), isolateHandlers);
    }

    /** {@return the order of the cache among the server filters} */
    public int getFilterOrder() {
        return filterOrder;
    }

    /**
     * The order of the cache among the server filters, which by default is after security. Headers that filters with a higher
     * order add to a response are stored with it. Default value: 39250.
     *
     * @param filterOrder an order; higher is closer to the handler
     */
    public void setFilterOrder(String filterOrder) {
        this.filterOrder = PropertyValues.integer(property("filter-order"), filterOrder, Integer.MIN_VALUE);
    }

    private static String property(String name) {
        return PREFIX + '.' + name;
    }
}
