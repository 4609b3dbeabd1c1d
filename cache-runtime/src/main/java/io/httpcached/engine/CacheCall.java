package io.httpcached.engine;

import io.httpcached.core.CacheKey;
import io.httpcached.core.CachePolicy;
import io.httpcached.core.CacheRequest;
import java.util.List;
import java.util.function.Supplier;

/**
 * One request to a cached route, as the pipeline sees it. An implementation may compute key and tags when they are first
 * asked for; it is used by one thread at a time.
 */
public interface CacheCall extends Supplier<List<String>> {

    /** {@return the request} */
    CacheRequest request();

    /** {@return the policy of its route} */
    CachePolicy policy();

    /** {@return the key of its entry} */
    CacheKey key();

    /** {@return the tags known from the request} */
    List<String> tags();

    /** {@return whether the handler answers a HEAD request exactly as it answers GET, with a body} */
    boolean headRunsGet();

    /** {@return the same call, to be run apart from this request, whose answer does not wait for it} */
    CacheCall detach();

    /**
     * Runs the handler in the background. To be asked of a detached call.
     *
     * @param pending goes to {@link CachePipeline#finish} with what the handler answered
     */
    void runInBackground(PendingFetch pending);

    @Override
    default List<String> get() {
        return tags();
    }
}
