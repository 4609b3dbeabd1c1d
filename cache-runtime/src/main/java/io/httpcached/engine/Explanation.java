package io.httpcached.engine;

import io.httpcached.core.CacheKey;
import io.httpcached.core.Reuse;
import io.httpcached.core.StoredResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the cache would do with a request, and what that rests on.
 *
 * @param key the key of the route, or of the variant that the request selects (RFC 9111 §4.1)
 * @param reuse the decision
 * @param stored what is stored under the key, or null if nothing is or nobody looked
 * @param age its age in seconds (RFC 9111 §4.2.3), 0 if there is none
 * @param tags the tags under which it was put
 * @param variants the request fields that the route's responses are known to vary on
 * @param detail why the backend could not say what is stored, or null if it could
 */
public record Explanation(
        CacheKey key,
        Reuse reuse,
        @Nullable StoredResponse stored,
        long age,
        List<String> tags,
        List<String> variants,
        @Nullable String detail) {

    /** A decision for which nobody looks up what is stored. */
    static Explanation of(CacheCall call, Reuse reuse) {
        return new Explanation(call.key(), reuse, null, 0, List.of(), List.of(), null);
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
                selected.detail());
    }
}
