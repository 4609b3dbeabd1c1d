package io.httpcached.server.routing;

import io.httpcached.annotation.KeyContribution;
import io.httpcached.core.CachePolicy;
import io.httpcached.server.interceptor.KeyWriter;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The contributions of all key contributors of a route to the key of one request.
 *
 * @param contributors the contributors
 * @param contributions the contribution of each
 * @param policy the policy of the route, with the names of the contributions for {@code Vary}
 * @param notCacheableReason the reason why the request bypasses the cache, or null if it does not
 * @param attributes the request attributes that the contributors read
 */
record Contributions(
        List<NamedContributor> contributors,
        List<KeyContribution> contributions,
        CachePolicy policy,
        @Nullable String notCacheableReason,
        Set<String> attributes) {

    void writeTo(KeyWriter key) {
        for (int i = 0; i < contributors.size(); i++) {
            key.contribution(contributors.get(i).name(), contributions.get(i));
        }
    }
}
