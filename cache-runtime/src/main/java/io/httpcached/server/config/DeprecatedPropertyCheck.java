package io.httpcached.server.config;

import io.httpcached.annotation.UnkeyedReads;
import io.httpcached.store.support.SwitchProperty;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.env.Environment;
import io.micronaut.context.exceptions.ConfigurationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Warns at startup of a deprecated property, with the property to set instead. Fails startup if both are set and contradict
 * each other.
 */
@Context
final class DeprecatedPropertyCheck {

    private static final Logger LOG = LoggerFactory.getLogger("io.httpcached");

    private static final String ISOLATE_HANDLERS = HttpCacheConfiguration.PREFIX + ".isolate-handlers";
    private static final String UNKEYED_READS = HttpCacheConfiguration.PREFIX + ".unkeyed-reads";

    DeprecatedPropertyCheck(Environment environment, HttpCacheConfiguration settings) {
        environment
                .getProperty(ISOLATE_HANDLERS, String.class)
                .ifPresent(text -> checkIsolateHandlers(
                        SwitchProperty.parse(ISOLATE_HANDLERS, text),
                        environment.containsProperty(UNKEYED_READS),
                        settings.getUnkeyedReads()));
    }

    private static void checkIsolateHandlers(boolean isolate, boolean replaced, UnkeyedReads reads) {
        if (replaced && isolate != (reads == UnkeyedReads.HIDE)) {
            throw new ConfigurationException(ISOLATE_HANDLERS + " is " + isolate + ", which contradicts "
                    + UNKEYED_READS + ". Remove " + ISOLATE_HANDLERS + ", which is deprecated.");
        }
        if (isolate && !replaced) {
            LOG.warn("{} is deprecated. Set {}: hide instead.", ISOLATE_HANDLERS, UNKEYED_READS);
        } else {
            LOG.warn("{} is deprecated and has no effect. Remove it.", ISOLATE_HANDLERS);
        }
    }
}
