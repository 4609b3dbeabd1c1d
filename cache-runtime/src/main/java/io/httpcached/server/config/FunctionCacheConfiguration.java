package io.httpcached.server.config;

import io.httpcached.core.LifetimeShare;
import io.httpcached.store.support.InvalidProperty;
import io.micronaut.context.annotation.EachProperty;
import io.micronaut.context.annotation.Parameter;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A cache of micronaut-cache whose entries are in a store of this module, {@code http-cache.caches.<name>}. */
@EachProperty(FunctionCacheConfiguration.PREFIX)
public class FunctionCacheConfiguration {

    /** The prefix of all such caches. */
    public static final String PREFIX = HttpCacheConfiguration.PREFIX + ".caches";

    private final String name;
    private @Nullable Duration ttl;
    private @Nullable LifetimeShare jitter;
    private @Nullable String backend;
    private List<String> tags = List.of();

    /**
     * Creates a cache without settings.
     *
     * @param name its name
     */
    public FunctionCacheConfiguration(@Parameter String name) {
        this.name = name;
    }

    /** {@return the name of the cache} */
    public String getName() {
        return name;
    }

    /** {@return the time for which a result is used} */
    public @Nullable Duration getTtl() {
        return ttl;
    }

    /**
     * How long a result is used, such as 90s or 10m. Default value: the value of http-cache.default-ttl.
     *
     * @param ttl a duration of at least a second
     */
    public void setTtl(@Nullable String ttl) {
        Duration parsed = PropertyValues.optionalDuration(property("ttl"), ttl);
        if (ttl != null && parsed != null && parsed.toSeconds() < 1) {
            throw InvalidProperty.of(property("ttl"), "a duration of at least a second", ttl);
        }
        this.ttl = parsed;
    }

    /** {@return the share of the ttl by which the time of each result is shortened at random, or null if not set} */
    public @Nullable LifetimeShare getJitter() {
        return jitter;
    }

    /**
     * The share of the ttl by which the time of each result is shortened at random, so that results stored at the same time do not
     * end at the same time: a percentage such as 10%, or a duration. Default value: the value of http-cache.jitter.
     *
     * @param jitter a percentage or a duration
     */
    public void setJitter(@Nullable String jitter) {
        this.jitter = PropertyValues.optionalShare(property("jitter"), jitter);
    }

    /** {@return the store of the results} */
    public @Nullable String getBackend() {
        return backend;
    }

    /**
     * The store of the results: memory, redis, memcached, dynamodb or the name of a bean. Default value: the value of
     * http-cache.backend.
     *
     * @param backend the name of a store
     */
    public void setBackend(@Nullable String backend) {
        this.backend = backend;
    }

    /** {@return the tags of all results} */
    public List<String> getTags() {
        return tags;
    }

    /**
     * The tags of all results. An invalidation of one of them removes the results of this cache, together with the responses that
     * have it. Default value: none.
     *
     * @param tags names that are not blank
     */
    public void setTags(List<String> tags) {
        for (String tag : tags) {
            if (tag.isBlank()) {
                throw InvalidProperty.of(property("tags"), "names that are not blank", tag);
            }
        }
        this.tags = List.copyOf(tags);
    }

    /**
     * {@return the full name of a property of this cache}
     *
     * @param property the last part of its name
     */
    public String property(String property) {
        return PREFIX + '.' + name + '.' + property;
    }
}
