package io.httpcached.engine;

import io.httpcached.core.CacheKey;
import io.httpcached.core.CachePolicy;
import io.httpcached.core.CacheRequest;

/**
 * One request to a cached route, as the pipeline sees it. An implementation may compute the key, the tags and the
 * deadline on first use; only one thread at a time uses it.
 */
public interface CacheCall extends StoreRequest {

    /** {@return the request} */
    CacheRequest request();

    /** {@return the policy of the route} */
    CachePolicy policy();

    /** {@return the key of the route's entry for the request} */
    CacheKey key();

    /** {@return whether the handler answers a HEAD request exactly as it answers GET, with a body} */
    boolean headRunsGet();

    /** {@return the same call for a run of the handler in the background, independent of this request but with its deadline} */
    CacheCall detach();

    /**
     * Runs the handler in the background. Only for a {@linkplain #detach detached} call.
     *
     * @param pending the pending fetch to pass to {@link CachePipeline#finish} with the handler response
     */
    void runInBackground(PendingFetch pending);

    /** {@return the method and URI of the request, for the log} */
    String describe();
}
