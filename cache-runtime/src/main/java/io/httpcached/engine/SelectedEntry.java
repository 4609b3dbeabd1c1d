package io.httpcached.engine;

import io.httpcached.core.CacheKey;
import io.httpcached.core.RequestPart;
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
 * @param variants the request parts that the route's responses are known to vary on
 * @param snapshot the snapshot of the lookup
 * @param storeFailure the reason why the store could not answer, or null if it did
 * @param near whether the response is a near copy, for which the backend was not asked
 */
record SelectedEntry(
        CacheKey key,
        @Nullable StoredResponse response,
        List<String> tags,
        List<RequestPart> variants,
        TagSnapshot snapshot,
        @Nullable String storeFailure,
        boolean near) {

    /** {@return this result for the variant that a request selects by parts that the store did not name} */
    SelectedEntry ofVariant(CacheCall call, List<RequestPart> parts) {
        CacheKey variant = call.key().variant(Vary.select(parts, call.request()));
        return new SelectedEntry(variant, response, tags, parts, snapshot, storeFailure, near);
    }

    boolean variantKnown() {
        return !variants.isEmpty();
    }
}
