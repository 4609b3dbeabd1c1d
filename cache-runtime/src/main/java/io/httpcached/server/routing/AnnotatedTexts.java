package io.httpcached.server.routing;

import io.httpcached.core.LifetimeShare;
import io.httpcached.server.config.PropertyValues;
import io.micronaut.context.env.PropertyPlaceholderResolver;
import io.micronaut.context.exceptions.ConfigurationException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Resolves the placeholders in the texts of an annotation and parses the texts. An invalid one fails startup with a message that
 * names the annotation.
 *
 * @param where the annotation and the method that has it
 * @param placeholders resolves placeholders
 */
record AnnotatedTexts(String where, PropertyPlaceholderResolver placeholders) {

    String text(String annotated) {
        try {
            return placeholders.resolveRequiredPlaceholders(annotated);
        } catch (ConfigurationException e) {
            throw new ConfigurationException(where + ": " + e.getMessage(), e);
        }
    }

    /** {@return the duration, or null if the member is not set} */
    @Nullable
    Duration duration(String member, String annotated) {
        return PropertyValues.optionalDuration(where + ", " + member, text(annotated));
    }

    /** {@return the duration of at least one millisecond, or null if the member is not set} */
    @Nullable
    Duration positiveDuration(String member, String annotated) {
        return PropertyValues.optionalPositiveDuration(where + ", " + member, text(annotated));
    }

    /** {@return the share of a lifetime, or null if the member is not set} */
    @Nullable
    LifetimeShare share(String member, String annotated) {
        return PropertyValues.optionalShare(where + ", " + member, text(annotated));
    }
}
