package io.httpcached.engine;

import io.httpcached.core.CacheKey;
import io.httpcached.core.StoredResponse;
import io.httpcached.core.Vary;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The entry that a request selects, whether it exists or not.
 *
 * @param key the key of the route, or of the variant that the request selects
 * @param response the stored response, or null if there is none
 * @param tags the tags of the stored response
 * @param variants the request fields that the route's responses are known to vary on
 * @param snapshot the snapshot of the lookup
 * @param storeFailure the reason why the store could not answer, or null if it did
 */
record SelectedEntry(
        CacheKey key,
        @Nullable StoredResponse response,
        List<String> tags,
        List<String> variants,
        TagSnapshot snapshot,
        @Nullable String storeFailure) {

    /** {@return this result for the variant that a request selects by fields that the store did not name} */
    SelectedEntry ofVariant(CacheCall call, List<String> fields) {
        CacheKey variant = call.key().variant(Vary.select(fields, call.request().fields()));
        return new SelectedEntry(variant, response, tags, fields, snapshot, storeFailure);
    }

    boolean variantKnown() {
        return !variants.isEmpty();
    }
}
