package io.httpcached.server.config;

import io.httpcached.annotation.RequestDirectives;
import io.httpcached.annotation.UnkeyedReads;
import io.httpcached.core.LifetimeShare;
import io.httpcached.store.support.SwitchProperty;
import io.micronaut.context.annotation.EachProperty;
import io.micronaut.context.annotation.Parameter;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A named policy, {@code http-cache.policies.<name>}: the settings that a route with {@code @HttpCached(policy = "name")}
 * does not make itself.
 */
@EachProperty(HttpCacheConfiguration.PREFIX + ".policies")
public class PolicyConfiguration {

    private final String name;
    private @Nullable Duration ttl;
    private @Nullable Duration clientTtl;
    private @Nullable Duration staleWhileRevalidate;
    private @Nullable Duration staleIfError;
    private @Nullable LifetimeShare jitter;
    private @Nullable LifetimeShare refreshAhead;
    private @Nullable Duration staleAfter;
    private @Nullable String namespace;
    private @Nullable String backend;
    private @Nullable String codec;
    private Set<Integer> statuses = Set.of();
    private @Nullable List<String> ignoredParameters;
    private RequestDirectives requestDirectives = RequestDirectives.DEFAULT;
    private UnkeyedReads unkeyedReads = UnkeyedReads.DEFAULT;
    private @Nullable Boolean near;

    /**
     * Creates a policy without settings.
     *
     * @param name its name
     */
    public PolicyConfiguration(@Parameter String name) {
        this.name = name;
    }

    /** {@return the name of the policy} */
    public String getName() {
        return name;
    }

    /** {@return the freshness lifetime of responses} */
    public @Nullable Duration getTtl() {
        return ttl;
    }

    /**
     * The freshness lifetime of responses, such as 90s or 10m. Default value: the value of http-cache.default-ttl.
     *
     * @param ttl a duration
     */
    public void setTtl(@Nullable String ttl) {
        this.ttl = PropertyValues.optionalDuration(property("ttl"), ttl);
    }

    /** {@return the time for which clients may use responses without asking the server} */
    public @Nullable Duration getClientTtl() {
        return clientTtl;
    }

    /**
     * How long clients may use responses without asking the server, at most the remaining lifetime of the entry. 0s makes
     * clients revalidate a response before each use. Default value: the value of http-cache.client-ttl.
     *
     * @param clientTtl a duration
     */
    public void setClientTtl(@Nullable String clientTtl) {
        this.clientTtl = PropertyValues.optionalDuration(property("client-ttl"), clientTtl);
    }

    /** {@return the time for which a stale response is served while it is refreshed in the background} */
    public @Nullable Duration getStaleWhileRevalidate() {
        return staleWhileRevalidate;
    }

    /**
     * How long a stale response is served while it is refreshed in the background (RFC 5861). Default value: 0s.
     *
     * @param staleWhileRevalidate a duration
     */
    public void setStaleWhileRevalidate(@Nullable String staleWhileRevalidate) {
        this.staleWhileRevalidate =
                PropertyValues.optionalDuration(property("stale-while-revalidate"), staleWhileRevalidate);
    }

    /** {@return the time for which a stale response is served if the handler fails} */
    public @Nullable Duration getStaleIfError() {
        return staleIfError;
    }

    /**
     * How long a stale response is served if the handler fails (RFC 5861). Default value: 0s.
     *
     * @param staleIfError a duration
     */
    public void setStaleIfError(@Nullable String staleIfError) {
        this.staleIfError = PropertyValues.optionalDuration(property("stale-if-error"), staleIfError);
    }

    /** {@return the share of the ttl by which lifetimes are shortened at random} */
    public @Nullable LifetimeShare getJitter() {
        return jitter;
    }

    /**
     * The share of the ttl by which the lifetime of each response is shortened at random: a percentage such as 10%, or a duration.
     * Default value: the value of http-cache.jitter.
     *
     * @param jitter a percentage or a duration
     */
    public void setJitter(@Nullable String jitter) {
        this.jitter = PropertyValues.optionalShare(property("jitter"), jitter);
    }

    /** {@return the share at the end of a lifetime in which a hit refreshes the entry} */
    public @Nullable LifetimeShare getRefreshAhead() {
        return refreshAhead;
    }

    /**
     * The share at the end of a lifetime in which a hit is answered at once and refreshes the entry in the background: a
     * percentage such as 20%, or a duration. Default value: the value of http-cache.refresh-ahead.
     *
     * @param refreshAhead a percentage or a duration
     */
    public void setRefreshAhead(@Nullable String refreshAhead) {
        this.refreshAhead = PropertyValues.optionalShare(property("refresh-ahead"), refreshAhead);
    }

    /** {@return the time that a request waits before it is answered with a stale response} */
    public @Nullable Duration getStaleAfter() {
        return staleAfter;
    }

    /**
     * How long a request waits for the handler before it is answered with a stale response, where one may be served if the
     * handler fails. Default value: the value of http-cache.stale-after.
     *
     * @param staleAfter a duration of at least 1ms
     */
    public void setStaleAfter(@Nullable String staleAfter) {
        this.staleAfter = PropertyValues.optionalPositiveDuration(property("stale-after"), staleAfter);
    }

    /** {@return the namespace of the keys} */
    public @Nullable String getNamespace() {
        return namespace;
    }

    /**
     * The namespace of the keys. Default value: the value of http-cache.namespace.
     *
     * @param namespace any text
     */
    public void setNamespace(@Nullable String namespace) {
        this.namespace = namespace;
    }

    /** {@return the store of the entries} */
    public @Nullable String getBackend() {
        return backend;
    }

    /**
     * The store of the entries. Default value: the value of http-cache.backend.
     *
     * @param backend the name of a store
     */
    public void setBackend(@Nullable String backend) {
        this.backend = backend;
    }

    /** {@return the codec of the entries} */
    public @Nullable String getCodec() {
        return codec;
    }

    /**
     * The format of entries in a remote store: binary, json, gzip or the name of an EntryCodec bean. Default value: the value of
     * http-cache.codec.
     *
     * @param codec the name of a codec
     */
    public void setCodec(@Nullable String codec) {
        this.codec = codec;
    }

    /** {@return the status codes to which the ttl applies} */
    public Set<Integer> getStatuses() {
        return statuses;
    }

    /**
     * The status codes to which the ttl applies. Default value: the value of http-cache.cacheable-statuses.
     *
     * @param statuses codes from 200 to 599
     */
    public void setStatuses(Set<String> statuses) {
        this.statuses = PropertyValues.statuses(property("statuses"), statuses);
    }

    /** {@return whether the Cache-Control of clients is honored} */
    public RequestDirectives getRequestDirectives() {
        return requestDirectives;
    }

    /**
     * Whether the Cache-Control of clients is honored: honor or ignore. Default value: the value of
     * http-cache.request-directives.
     *
     * @param requestDirectives {@code honor}, {@code ignore} or {@code default}
     */
    public void setRequestDirectives(String requestDirectives) {
        this.requestDirectives = PropertyValues.choice(
                property("request-directives"),
                requestDirectives,
                List.of(RequestDirectives.HONOR, RequestDirectives.IGNORE, RequestDirectives.DEFAULT));
    }

    /** {@return the rule for reads of parts of a request that are not in the key} */
    public UnkeyedReads getUnkeyedReads() {
        return unkeyedReads;
    }

    /**
     * The rule for code behind the cache that reads a part of a request that is not in the key: vary, warn, hide, fail or ignore.
     * Default value: the value of http-cache.unkeyed-reads.
     *
     * @param unkeyedReads {@code vary}, {@code warn}, {@code hide}, {@code fail}, {@code ignore} or {@code default}
     */
    public void setUnkeyedReads(String unkeyedReads) {
        this.unkeyedReads =
                PropertyValues.choice(property("unkeyed-reads"), unkeyedReads, List.of(UnkeyedReads.values()));
    }

    /** {@return whether a node keeps copies of a remote store's entries, or null if not set} */
    public @Nullable Boolean getNear() {
        return near;
    }

    /**
     * Whether a node keeps copies of a remote store's entries in memory, and answers with them. Default value: the value of
     * http-cache.near.enabled.
     *
     * @param near {@code true} to keep copies
     */
    public void setNear(String near) {
        this.near = SwitchProperty.parse(property("near"), near);
    }

    /** {@return the query parameters that keys of the whole query leave out, or null if not set} */
    public @Nullable List<String> getIgnoredParameters() {
        return ignoredParameters;
    }

    /**
     * The query parameters that are left out of keys that take the whole query, such as fbclid or utm_*; an empty list leaves out
     * none. Default value: the value of http-cache.ignored-parameters.
     *
     * @param ignoredParameters names; a {@code *} at the end stands for any text
     */
    public void setIgnoredParameters(List<String> ignoredParameters) {
        this.ignoredParameters = PropertyValues.parameters(property("ignored-parameters"), ignoredParameters);
    }

    private String property(String member) {
        return HttpCacheConfiguration.PREFIX + ".policies." + name + '.' + member;
    }
}
