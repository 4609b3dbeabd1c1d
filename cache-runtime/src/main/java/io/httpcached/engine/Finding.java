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
 * @param waited for how many nanoseconds the request has waited for the store by now
 */
public record Finding(
        @Nullable Slot slot, List<String> tags, Generation generation, @Nullable String detail, long waited) {

    /**
     * A finding that nobody has waited for.
     *
     * @param slot what the key holds, or null
     * @param tags the tags under which it was put
     * @param generation the moment of the look-up
     * @param detail why the backend could not say what the key holds, or null if it could
     */
    public Finding(@Nullable Slot slot, List<String> tags, Generation generation, @Nullable String detail) {
        this(slot, tags, generation, detail, 0);
    }

    /**
     * {@return the same for a request that has waited}
     *
     * @param waited for how many nanoseconds
     */
    public Finding after(long waited) {
        return new Finding(slot, tags, generation, detail, waited);
    }

    /**
     * {@return the finding that there is nothing}
     *
     * @param generation the moment of the look-up
     */
    public static Finding nothing(Generation generation) {
        return new Finding(null, List.of(), generation, null);
    }
}
