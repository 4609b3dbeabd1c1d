package io.httpcached.server.interceptor;

import io.httpcached.engine.CacheInvalidator;
import io.httpcached.engine.NamedEntries;
import io.micronaut.core.annotation.Internal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Superclass of the typed caches that the annotation processor generates for controllers with {@code @TypedHttpCache}. Thread-safe.
 */
@Internal
public abstract class TypedCache {

    private final CacheInvalidator invalidator;

    /**
     * Creates the typed cache of a controller.
     *
     * @param invalidator invalidates the entries
     */
    protected TypedCache(CacheInvalidator invalidator) {
        this.invalidator = invalidator;
    }

    /** {@return the invalidator of a view that marks entries stale instead of removing them} */
    protected final CacheInvalidator softInvalidator() {
        return invalidator.softly();
    }

    /** {@return a collection of entries, which is empty} */
    protected final NamedEntries entries() {
        return invalidator.entries();
    }

    /**
     * Returns the values of path variables.
     *
     * @param namesAndValues the name of each variable, followed by its value; null if the path omits it
     * @return the values by name
     */
    protected static Map<String, @Nullable Object> values(@Nullable Object... namesAndValues) {
        Map<String, @Nullable Object> values = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return values;
    }
}
