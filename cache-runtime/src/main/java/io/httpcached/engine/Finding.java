package io.httpcached.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a look-up found.
 *
 * @param slot what the key holds and no eviction has made invalid, or null
 * @param tags the tags under which it was put; empty if there is nothing
 * @param generation the moment of the look-up
 * @param detail why the backend could not say what the key holds, or null if it could
 */
public record Finding(@Nullable Slot slot, List<String> tags, Generation generation, @Nullable String detail) {

    /**
     * {@return the finding that there is nothing}
     *
     * @param generation the moment of the look-up
     */
    public static Finding nothing(Generation generation) {
        return new Finding(null, List.of(), generation, null);
    }
}
