package io.httpcached.server.config;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.env.Environment;
import io.micronaut.context.exceptions.ConfigurationException;
import java.util.List;

/** Stops start-up where a switch is neither on nor off: any such word would silently count as off. */
@Context
final class SwitchValidator {

    private static final List<String> NAMES =
            List.of("enabled", "heuristic-freshness", "cache-status", "cache-status-key");

    SwitchValidator(Environment environment) {
        NAMES.forEach(name -> check(environment, HttpCacheConfiguration.PREFIX + '.' + name));
    }

    private static void check(Environment environment, String property) {
        String text = environment.getProperty(property, String.class).orElse("true");
        if (!text.equals("true") && !text.equals("false")) {
            throw new ConfigurationException(property + ": '" + text + "' is neither true nor false");
        }
    }
}
