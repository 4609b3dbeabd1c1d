package io.httpcached.engine;

import io.httpcached.core.CacheKey;
import io.httpcached.core.RequestPart;
import io.httpcached.core.Reuse;
import io.httpcached.core.StoredResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The decision that the cache would make on a request, and the facts it rests on.
 *
 * @param key the key of the route, or of the variant that the request selects (RFC 9111 §4.1)
 * @param reuse the decision
 * @param stored the stored response, or null if there is none or no lookup is needed
 * @param age its age in seconds (RFC 9111 §4.2.3), 0 if there is no stored response
 * @param tags the tags of the stored response
 * @param variants the request parts that the route's responses are known to vary on
 * @param storeFailure the reason why the store could not answer, or null if it did
 * @param near whether the stored response is a near copy, for which the backend was not asked
 */
public record Explanation(
        CacheKey key,
        Reuse reuse,
        @Nullable StoredResponse stored,
        long age,
        List<String> tags,
        List<RequestPart> variants,
        @Nullable String storeFailure,
        boolean near) {

    static Explanation withoutLookup(CacheCall call, Reuse reuse) {
        return new Explanation(call.key(), reuse, null, 0, List.of(), List.of(), null, false);
    }

    static Explanation of(SelectedEntry selected, Reuse reuse, long now) {
        StoredResponse stored = selected.response();
        return new Explanation(
                selected.key(),
                reuse,
                stored,
                stored == null ? 0 : stored.ageAt(now),
                selected.tags(),
                selected.variants(),
                selected.storeFailure(),
                selected.near());
    }
}
