package io.httpcached.server.interceptor;

import io.httpcached.annotation.ParameterPattern;
import io.micronaut.core.annotation.Internal;
import java.util.List;

/**
 * The query parameters that a key of the whole query leaves out.
 *
 * @param patterns valid patterns of their names
 */
@Internal
public record IgnoredParameters(List<String> patterns) {

    /** A key of the whole query contains all parameters. */
    public static final IgnoredParameters NONE = new IgnoredParameters(List.of());

    /** Copies the list. */
    public IgnoredParameters {
        patterns = List.copyOf(patterns);
    }

    /** {@return whether there are none} */
    public boolean isEmpty() {
        return patterns.isEmpty();
    }

    /**
     * {@return whether a parameter is ignored}
     *
     * @param name its decoded name
     */
    boolean contains(String name) {
        for (String pattern : patterns) {
            if (ParameterPattern.matches(pattern, name)) {
                return true;
            }
        }
        return false;
    }
}
