package io.httpcached.server.config;

import io.micronaut.context.condition.Condition;
import io.micronaut.context.condition.ConditionContext;
import io.micronaut.core.value.PropertyResolver;

/**
 * The condition of the beans that invalidate, and of those that the cache needs as well: {@code http-cache.enabled} or
 * {@code http-cache.invalidation.enabled}. {@link SwitchValidator} does not permit the first without the second.
 */
public final class InvalidationEnabled implements Condition {

    static final String PROPERTY = InvalidationConfiguration.PREFIX + ".enabled";

    @Override
    @SuppressWarnings("rawtypes") // as Micronaut declares it
    public boolean matches(ConditionContext context) {
        PropertyResolver properties = context;
        return CacheEnabled.isOn(properties, PROPERTY) || CacheEnabled.isOn(properties, CacheEnabled.PROPERTY);
    }
}
