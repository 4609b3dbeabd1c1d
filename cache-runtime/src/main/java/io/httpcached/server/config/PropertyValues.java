package io.httpcached.server.config;

import io.httpcached.annotation.DurationText;
import io.micronaut.context.exceptions.ConfigurationException;
import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads configured texts; what cannot be read stops start-up with a sentence that names the property. */
public final class PropertyValues {

    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+\\-.^_`|~0-9A-Za-z]+");

    private static final Pattern FINAL_STATUS = Pattern.compile("[2-5]\\d\\d");

    private PropertyValues() {}

    public static @Nullable Duration optionalDuration(String property, @Nullable String text) {
        return text == null || text.isEmpty() ? null : duration(property, text);
    }

    static Duration duration(String property, String text) {
        try {
            return DurationText.parse(text);
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(property + ": " + e.getMessage(), e);
        }
    }

    static Set<Integer> statuses(String property, Collection<String> codes) {
        for (String code : codes) {
            if (!FINAL_STATUS.matcher(code).matches()) {
                throw new ConfigurationException(
                        property + ": '" + code + "' is not the code of a final response; write codes from 200 to 599");
            }
        }
        return codes.stream().map(Integer::valueOf).collect(Collectors.toUnmodifiableSet());
    }

    static long size(String property, long bytes, long most) {
        if (bytes <= 0 || bytes > most) {
            throw new ConfigurationException(
                    property + ": " + bytes + " bytes is not a size that can be used; write 1 to " + most);
        }
        return bytes;
    }

    static int count(String property, int number) {
        if (number < 0) {
            throw new ConfigurationException(property + ": " + number + " is not a number of things; write 0 or more");
        }
        return number;
    }

    /** A field name, or a structured-field token: RFC 9110 §5.6.2. */
    static String token(String property, String text) {
        if (!TOKEN.matcher(text).matches()) {
            throw new ConfigurationException(property + ": '" + text + "' is not a token of RFC 9110");
        }
        return text;
    }
}
