package io.httpcached.engine;

import io.httpcached.core.CacheKey;
import io.httpcached.core.StoredResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a request's response is or would be stored.
 *
 * @param key the key of the route, or of the variant that the request selects
 * @param response what is stored there, or null
 * @param tags the tags under which it was put
 * @param variants the request fields that the route's responses are known to vary on
 * @param snapshot the moment of the look-up
 * @param detail why the backend could not say what is stored there, or null if it could
 * @param waited for how many nanoseconds the request has waited for the store by now
 */
record SelectedEntry(
        CacheKey key,
        @Nullable StoredResponse response,
        List<String> tags,
        List<String> variants,
        TagSnapshot snapshot,
        @Nullable String detail,
        long waited) {

    boolean variantKnown() {
        return !variants.isEmpty();
    }
}
