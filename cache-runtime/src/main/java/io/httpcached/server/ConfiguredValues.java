package io.httpcached.server;

import io.httpcached.annotation.DurationText;
import io.micronaut.context.exceptions.ConfigurationException;
import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads configured texts; what cannot be read stops start-up with a sentence that names the property. */
final class ConfiguredValues {

    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+\\-.^_`|~0-9A-Za-z]+");

    private ConfiguredValues() {}

    static @Nullable Duration duration(String property, @Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            return DurationText.parse(text);
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(property + ": " + e.getMessage(), e);
        }
    }

    static Set<Integer> statuses(String property, Collection<Integer> codes) {
        for (int code : codes) {
            if (code < 200 || code > 599) {
                throw new ConfigurationException(
                        property + ": " + code + " is not the code of a final response; write codes from 200 to 599");
            }
        }
        return Set.copyOf(codes);
    }

    static long positive(String property, long value) {
        if (value <= 0) {
            throw new ConfigurationException(property + ": " + value + " is not positive");
        }
        return value;
    }

    /** A field name, or a structured-field token: RFC 9110 §5.6.2. */
    static String token(String property, String text) {
        if (!TOKEN.matcher(text).matches()) {
            throw new ConfigurationException(property + ": '" + text + "' is not a token of RFC 9110");
        }
        return text;
    }
}
