package io.httpcached.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of a lookup.
 *
 * @param entry the entry of the key, or null if there is none that is valid
 * @param tags the tags of the entry; empty if there is none
 * @param snapshot the snapshot of the lookup
 * @param storeFailure the reason why the store could not answer, or null if it did
 * @param near whether the entry is a near copy, for which the backend was not asked
 */
public record LookupResult(
        @Nullable Entry entry, List<String> tags, TagSnapshot snapshot, @Nullable String storeFailure, boolean near) {

    /**
     * Creates the result of a lookup in the store itself.
     *
     * @param entry the entry of the key, or null if there is none that is valid
     * @param tags the tags of the entry; empty if there is none
     * @param snapshot the snapshot of the lookup
     * @param storeFailure the reason why the store could not answer, or null if it did
     */
    public LookupResult(@Nullable Entry entry, List<String> tags, TagSnapshot snapshot, @Nullable String storeFailure) {
        this(entry, tags, snapshot, storeFailure, false);
    }

    /**
     * Creates the result of a lookup that found no entry.
     *
     * @param snapshot the snapshot of the lookup
     * @return the result
     */
    public static LookupResult miss(TagSnapshot snapshot) {
        return new LookupResult(null, List.of(), snapshot, null);
    }
}
