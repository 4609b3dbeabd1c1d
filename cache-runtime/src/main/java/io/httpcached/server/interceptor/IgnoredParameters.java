package io.httpcached.server.interceptor;

import io.httpcached.annotation.ParameterPattern;
import io.micronaut.core.annotation.Internal;
import java.util.List;
import java.util.Set;

/**
 * The query parameters that a key of the whole query leaves out.
 *
 * @param patterns valid patterns of their names
 * @param taken the names of parameters that the method takes, which are not left out
 */
@Internal
public record IgnoredParameters(List<String> patterns, Set<String> taken) {

    /** A key of the whole query contains all parameters. */
    public static final IgnoredParameters NONE = new IgnoredParameters(List.of(), Set.of());

    /** Copies the collections. */
    public IgnoredParameters {
        patterns = List.copyOf(patterns);
        taken = Set.copyOf(taken);
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
        if (taken.contains(name)) {
            return false;
        }
        for (String pattern : patterns) {
            if (ParameterPattern.matches(pattern, name)) {
                return true;
            }
        }
        return false;
    }
}
