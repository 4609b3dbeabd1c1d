package io.httpcached.server.routing;

import io.httpcached.annotation.VersionSource;
import io.httpcached.core.CacheKey;
import io.httpcached.core.CachePolicy;
import io.httpcached.core.Sharing;
import io.httpcached.engine.CachePipeline;
import io.httpcached.server.interceptor.CachedRoute;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A cached route with its policy resolved against the configuration.
 *
 * @param route the route as the compiler saw it
 * @param policy its policy
 * @param keyPrefix what begins each of its keys: namespace and method
 * @param bareKey the key of a request in which nothing is behind the prefix
 * @param tags the tags that all its entries have
 * @param uriKeyed whether its handler may read anything of the request
 * @param backend the name of the backend in which its entries live
 * @param namespace the namespace of its entries, or the empty text
 * @param counters counts how its requests are answered
 * @param pipeline looks up and stores its responses
 * @param version knows which version the handler would give, or null
 */
public record ResolvedRoute(
        CachedRoute route,
        CachePolicy policy,
        String keyPrefix,
        CacheKey bareKey,
        List<String> tags,
        boolean uriKeyed,
        String backend,
        String namespace,
        RouteCounters counters,
        CachePipeline pipeline,
        @Nullable VersionSource version) {

    public boolean perUser() {
        return policy.sharing() == Sharing.PRIVATE;
    }
}
