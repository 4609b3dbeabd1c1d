package io.httpcached.server.config;

import io.httpcached.store.support.InvalidProperty;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.env.Environment;
import java.util.List;

/** Fails startup if a switch is neither {@code true} nor {@code false}: the framework would read the value as false. */
@Context
final class SwitchValidator {

    private static final List<String> NAMES = List.of(
            "enabled",
            "heuristic-freshness",
            "cache-status",
            "cache-status-key",
            "isolate-handlers",
            "lease.enabled",
            "dynamodb.create-table");

    SwitchValidator(Environment environment) {
        NAMES.forEach(name -> check(environment, HttpCacheConfiguration.PREFIX + '.' + name));
    }

    private static void check(Environment environment, String property) {
        String text = environment.getProperty(property, String.class).orElse("true");
        if (!text.equals("true") && !text.equals("false")) {
            throw InvalidProperty.of(property, "true or false", text);
        }
    }
}
