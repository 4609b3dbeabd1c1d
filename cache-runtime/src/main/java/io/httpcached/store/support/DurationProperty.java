package io.httpcached.store.support;

import io.httpcached.annotation.DurationText;
import io.micronaut.context.exceptions.ConfigurationException;
import java.time.Duration;

/** Parses the durations of configuration properties. An invalid value fails startup with a message that names the property. */
public final class DurationProperty {

    private static final Duration SHORTEST = Duration.ofMillis(1);

    private DurationProperty() {}

    /**
     * Parses a duration.
     *
     * @param property the full name of the property
     * @param text the configured value
     * @return the duration, zero or positive
     * @throws ConfigurationException if the value is not a duration or is negative
     */
    public static Duration parse(String property, String text) {
        return parse(property, text, Duration.ZERO, "a duration such as 90s, 10m or PT10M");
    }

    /**
     * Parses a duration that must be positive.
     *
     * @param property the full name of the property
     * @param text the configured value
     * @return the duration, at least one millisecond
     * @throws ConfigurationException if the value is not a duration or is shorter than one millisecond
     */
    public static Duration parsePositive(String property, String text) {
        return parse(property, text, SHORTEST, "a duration of at least 1ms, such as 250ms, 10s or PT10S");
    }

    private static Duration parse(String property, String text, Duration minimum, String allowed) {
        Duration duration;
        try {
            duration = DurationText.parse(text);
        } catch (IllegalArgumentException e) {
            throw InvalidProperty.of(property, allowed, text, e);
        }
        if (duration.compareTo(minimum) < 0) {
            throw InvalidProperty.of(property, allowed, text);
        }
        return duration;
    }
}
