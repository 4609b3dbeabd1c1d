package io.httpcached.store.support;

import io.micronaut.context.exceptions.ConfigurationException;
import org.jspecify.annotations.Nullable;

/** Creates the exception with which an invalid value of a configuration property fails startup. */
public final class InvalidProperty {

    private InvalidProperty() {}

    /**
     * Creates the exception for a value.
     *
     * @param property the full name of the property
     * @param allowed the allowed values, as in "must be a duration such as 90s"
     * @param text the configured value
     * @return the exception, for the caller to throw
     */
    public static ConfigurationException of(String property, String allowed, String text) {
        return of(property, allowed, text, null);
    }

    /**
     * Creates the exception for a value that could not be parsed.
     *
     * @param property the full name of the property
     * @param allowed the allowed values, as in "must be a duration such as 90s"
     * @param text the configured value
     * @param cause the failure of the parser, or null
     * @return the exception, for the caller to throw
     */
    public static ConfigurationException of(String property, String allowed, String text, @Nullable Throwable cause) {
        return new ConfigurationException(property + " must be " + allowed + ", but was '" + text + "'.", cause);
    }
}
