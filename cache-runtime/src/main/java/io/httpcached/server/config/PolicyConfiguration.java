package io.httpcached.server.config;

import io.httpcached.annotation.RequestDirectives;
import io.micronaut.context.annotation.EachProperty;
import io.micronaut.context.annotation.Parameter;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A named policy, {@code http-cache.policies.<name>}: what a route that names it in {@code @HttpCached(policy = …)} does
 * not set itself.
 */
@EachProperty(HttpCacheConfiguration.PREFIX + ".policies")
public class PolicyConfiguration {

    private final String name;
    private @Nullable Duration ttl;
    private @Nullable Duration clientTtl;
    private @Nullable Duration staleWhileRevalidate;
    private @Nullable Duration staleIfError;
    private @Nullable String namespace;
    private @Nullable String backend;
    private Set<Integer> statuses = Set.of();
    private RequestDirectives requestDirectives = RequestDirectives.DEFAULT;

    /**
     * Creates a policy that sets nothing.
     *
     * @param name its name
     */
    public PolicyConfiguration(@Parameter String name) {
        this.name = name;
    }

    /** {@return its name} */
    public String getName() {
        return name;
    }

    /** {@return how long responses are fresh} */
    public @Nullable Duration getTtl() {
        return ttl;
    }

    /**
     * How long responses are fresh.
     *
     * @param ttl a duration
     */
    public void setTtl(@Nullable String ttl) {
        this.ttl = PropertyValues.optionalDuration(property("ttl"), ttl);
    }

    /** {@return how long clients may keep responses} */
    public @Nullable Duration getClientTtl() {
        return clientTtl;
    }

    /**
     * How long clients may keep responses.
     *
     * @param clientTtl a duration
     */
    public void setClientTtl(@Nullable String clientTtl) {
        this.clientTtl = PropertyValues.optionalDuration(property("client-ttl"), clientTtl);
    }

    /** {@return how long stale responses are served while they are fetched anew} */
    public @Nullable Duration getStaleWhileRevalidate() {
        return staleWhileRevalidate;
    }

    /**
     * How long stale responses are served while they are fetched anew.
     *
     * @param staleWhileRevalidate a duration
     */
    public void setStaleWhileRevalidate(@Nullable String staleWhileRevalidate) {
        this.staleWhileRevalidate =
                PropertyValues.optionalDuration(property("stale-while-revalidate"), staleWhileRevalidate);
    }

    /** {@return how long stale responses are served when the handler fails} */
    public @Nullable Duration getStaleIfError() {
        return staleIfError;
    }

    /**
     * How long stale responses are served when the handler fails.
     *
     * @param staleIfError a duration
     */
    public void setStaleIfError(@Nullable String staleIfError) {
        this.staleIfError = PropertyValues.optionalDuration(property("stale-if-error"), staleIfError);
    }

    /** {@return the prefix of the keys} */
    public @Nullable String getNamespace() {
        return namespace;
    }

    /**
     * The prefix of the keys.
     *
     * @param namespace any text
     */
    public void setNamespace(@Nullable String namespace) {
        this.namespace = namespace;
    }

    /** {@return where the entries live} */
    public @Nullable String getBackend() {
        return backend;
    }

    /**
     * Where the entries live. Default value: {@code http-cache.backend}.
     *
     * @param backend the name of a backend
     */
    public void setBackend(@Nullable String backend) {
        this.backend = backend;
    }

    /** {@return the status codes that the ttl applies to} */
    public Set<Integer> getStatuses() {
        return statuses;
    }

    /**
     * The status codes that the {@code ttl} applies to. Default value: {@code http-cache.cacheable-statuses}.
     *
     * @param statuses codes from 200 to 599
     */
    public void setStatuses(Set<String> statuses) {
        this.statuses = PropertyValues.statuses(property("statuses"), statuses);
    }

    /** {@return whether the client's Cache-Control is obeyed} */
    public RequestDirectives getRequestDirectives() {
        return requestDirectives;
    }

    /**
     * Whether the client's {@code Cache-Control} is obeyed. Default value: {@code http-cache.request-directives}.
     *
     * @param requestDirectives the rule
     */
    public void setRequestDirectives(RequestDirectives requestDirectives) {
        this.requestDirectives = requestDirectives;
    }

    private String property(String member) {
        return HttpCacheConfiguration.PREFIX + ".policies." + name + '.' + member;
    }
}
