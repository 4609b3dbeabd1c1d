package io.httpcached.server.config;

import io.httpcached.store.support.SwitchProperty;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.env.Environment;
import io.micronaut.context.exceptions.ConfigurationException;
import java.util.List;

/**
 * Fails startup if a switch has an invalid value, also a switch of a store that is not in use. Also fails it if the cache is
 * enabled and its invalidation is not, because entries would outlive the changes of their data.
 */
@Context
final class SwitchValidator {

    static final List<String> SWITCHES = List.of(
            CacheEnabled.PROPERTY,
            InvalidationEnabled.PROPERTY,
            InvalidationConfiguration.PREFIX + ".after-commit",
            HttpCacheConfiguration.PREFIX + ".heuristic-freshness",
            HttpCacheConfiguration.PREFIX + ".cache-status",
            HttpCacheConfiguration.PREFIX + ".cache-status-key",
            HttpCacheConfiguration.PREFIX + ".isolate-handlers",
            HttpCacheConfiguration.PREFIX + ".lease.enabled",
            NearConfiguration.PREFIX + ".enabled",
            NearConfiguration.PREFIX + ".strict",
            ReadsConfiguration.PREFIX + ".count-iteration",
            HttpCacheConfiguration.PREFIX + ".redis.durable",
            HttpCacheConfiguration.PREFIX + ".dynamodb.create-table");

    SwitchValidator(Environment environment) {
        SWITCHES.forEach(property -> isOn(environment, property));
        if (isOn(environment, CacheEnabled.PROPERTY) && !isOn(environment, InvalidationEnabled.PROPERTY)) {
            throw new ConfigurationException(
                    InvalidationEnabled.PROPERTY + " must be true while " + CacheEnabled.PROPERTY
                            + " is true: the cache would serve responses that requests have invalidated. Set both to false.");
        }
    }

    private static boolean isOn(Environment environment, String property) {
        return environment
                .getProperty(property, String.class)
                .map(text -> SwitchProperty.parse(property, text))
                .orElse(true);
    }
}
