package io.httpcached.store.support;

import io.micronaut.context.exceptions.ConfigurationException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Parses the switches among the configuration properties. An invalid value fails startup with a message that names the
 * property: the framework would read it as false.
 */
public final class SwitchProperty {

    private static final String ALLOWED = "true, yes, y, on or 1, or false, no, n, off or 0";

    private SwitchProperty() {}

    /**
     * Parses a switch. The case of letters does not matter.
     *
     * @param property the full name of the property
     * @param text the configured value
     * @return true if the switch is on
     * @throws ConfigurationException if the value is none of the allowed ones
     */
    public static boolean parse(String property, String text) {
        Boolean on = parse(text);
        if (on == null) {
            throw InvalidProperty.of(property, ALLOWED, text);
        }
        return on;
    }

    /**
     * Returns whether a value switches a property off.
     *
     * @param text the configured value
     * @return true for the values that {@link #parse} reads as false, and false for all others, also for invalid ones
     */
    public static boolean isOff(String text) {
        return Boolean.FALSE.equals(parse(text));
    }

    private static @Nullable Boolean parse(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "true", "yes", "y", "on", "1" -> true;
            case "false", "no", "n", "off", "0" -> false;
            default -> null;
        };
    }
}
