package io.httpcached.server.config;

import io.httpcached.store.support.SwitchProperty;
import io.micronaut.context.condition.Condition;
import io.micronaut.context.condition.ConditionContext;
import io.micronaut.core.value.PropertyResolver;

/** The condition of the beans that answer requests from the cache and store responses: {@code http-cache.enabled}. */
public final class CacheEnabled implements Condition {

    static final String PROPERTY = HttpCacheConfiguration.PREFIX + ".enabled";

    @Override
    @SuppressWarnings("rawtypes") // as Micronaut declares it
    public boolean matches(ConditionContext context) {
        return isOn(context, PROPERTY);
    }

    /** {@return whether a switch with the default value true is on} {@link SwitchValidator} rejects invalid values. */
    static boolean isOn(PropertyResolver properties, String property) {
        return properties
                .getProperty(property, String.class)
                .map(text -> !SwitchProperty.isOff(text))
                .orElse(true);
    }
}
