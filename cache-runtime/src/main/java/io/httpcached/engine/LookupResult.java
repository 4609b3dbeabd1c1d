package io.httpcached.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a look-up found.
 *
 * @param entry what the key holds and no invalidation has made invalid, or null
 * @param tags the tags under which it was put; empty if there is nothing
 * @param snapshot the moment of the look-up
 * @param detail why the backend could not say what the key holds, or null if it could
 * @param waited for how many nanoseconds the request has waited for the store by now
 */
public record LookupResult(
        @Nullable Entry entry, List<String> tags, TagSnapshot snapshot, @Nullable String detail, long waited) {

    /**
     * A finding that nobody has waited for.
     *
     * @param entry what the key holds, or null
     * @param tags the tags under which it was put
     * @param snapshot the moment of the look-up
     * @param detail why the backend could not say what the key holds, or null if it could
     */
    public LookupResult(@Nullable Entry entry, List<String> tags, TagSnapshot snapshot, @Nullable String detail) {
        this(entry, tags, snapshot, detail, 0);
    }

    /**
     * {@return the same for a request that has waited}
     *
     * @param waited for how many nanoseconds
     */
    public LookupResult after(long waited) {
        return new LookupResult(entry, tags, snapshot, detail, waited);
    }

    /**
     * {@return the finding that there is nothing}
     *
     * @param snapshot the moment of the look-up
     */
    public static LookupResult nothing(TagSnapshot snapshot) {
        return new LookupResult(null, List.of(), snapshot, null);
    }
}
