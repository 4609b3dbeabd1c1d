package io.httpcached.server.routing;

import io.httpcached.annotation.VersionSource;
import io.httpcached.core.CacheKey;
import io.httpcached.core.CachePolicy;
import io.httpcached.core.Sharing;
import io.httpcached.engine.CachePipeline;
import io.httpcached.server.interceptor.CachedRoute;
import io.httpcached.server.interceptor.IgnoredParameters;
import io.httpcached.server.reads.RouteReads;
import io.micronaut.web.router.RouteInfo;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A cached route with its policy resolved against the configuration.
 *
 * @param route the route as the annotation processor found it
 * @param policy its resolved policy
 * @param clientTtlReason the setting or the default that decides the client ttl of the policy
 * @param keyPrefix the prefix of its keys: namespace and method
 * @param bareKey the key that consists of the prefix only
 * @param tags the tags of all its entries, beside those of their paths
 * @param routeTags the tags by which all its entries are invalidated
 * @param keyedFields the request fields that its keys contain although its method does not take them
 * @param contributors the contributors to its keys, or null if it has none
 * @param ignored the query parameters that its keys leave out
 * @param uriKeyed whether the key is the request URI, so that its handler may read the whole request
 * @param backend the name of the store that has its entries
 * @param codec the name of the codec of its entries, if the store is not in memory
 * @param namespace the namespace of its entries, or an empty text
 * @param near whether this node keeps copies of its entries
 * @param counters counts its requests by outcome
 * @param pipeline looks up and stores its responses
 * @param version the source of the version of its response, or null
 * @param resultTags the result tags that it declares
 * @param reads the parts that its handlers read beside the key
 * @param paths its paths, by the routes of the router that run its method
 */
public record ResolvedRoute(
        CachedRoute route,
        CachePolicy policy,
        String clientTtlReason,
        String keyPrefix,
        CacheKey bareKey,
        List<String> tags,
        List<String> routeTags,
        List<String> keyedFields,
        @Nullable RouteContributors contributors,
        IgnoredParameters ignored,
        boolean uriKeyed,
        String backend,
        String codec,
        String namespace,
        boolean near,
        RouteCounters counters,
        CachePipeline pipeline,
        @Nullable VersionSource version,
        DeclaredResultTags resultTags,
        RouteReads reads,
        IdentityHashMap<RouteInfo<?>, RoutePath> paths) {

    /** {@return the classes of its key contributors} */
    public List<String> contributorNames() {
        return contributors == null ? List.of() : contributors.names();
    }

    public boolean perUser() {
        return policy.sharing() == Sharing.PRIVATE;
    }
}
