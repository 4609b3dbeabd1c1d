package io.httpcached.engine;

import io.httpcached.core.CacheKey;
import io.httpcached.core.CachePolicy;
import io.httpcached.core.CacheRequest;
import io.httpcached.core.FieldLines;
import io.httpcached.core.Fields;
import java.util.List;
import java.util.function.Consumer;

/**
 * A GET request without a principal.
 *
 * @param key the key of the route's entry
 * @param policy the policy of the route
 * @param tags the tags known from the request
 * @param fields the header fields
 * @param background the consumer of background runs
 * @param deadline the deadline
 */
public record PlainCall(
        CacheKey key,
        CachePolicy policy,
        List<String> tags,
        Fields fields,
        Consumer<PendingFetch> background,
        Deadline deadline)
        implements CacheCall {

    /** Creates a request without fields, for which nothing may run in the background. */
    public PlainCall(CacheKey key, CachePolicy policy, List<String> tags) {
        this(key, policy, tags, Fields.EMPTY);
    }

    /** Creates a request for which nothing may run in the background. */
    public PlainCall(CacheKey key, CachePolicy policy, List<String> tags, Fields fields) {
        this(key, policy, tags, fields, pending -> {
            throw new AssertionError("nothing is to be run");
        });
    }

    /** Creates a request that has not waited for a store. */
    public PlainCall(
            CacheKey key, CachePolicy policy, List<String> tags, Fields fields, Consumer<PendingFetch> background) {
        this(key, policy, tags, fields, background, new Deadline());
    }

    @Override
    public CacheRequest request() {
        return new CacheRequest() {
            @Override
            public String method() {
                return "GET";
            }

            @Override
            public FieldLines fields() {
                return fields;
            }

            @Override
            public boolean hasPrincipal() {
                return false;
            }
        };
    }

    @Override
    public boolean headRunsGet() {
        return false;
    }

    @Override
    public CacheCall detach() {
        return this;
    }

    @Override
    public void runInBackground(PendingFetch pending) {
        background.accept(pending);
    }

    @Override
    public String describe() {
        return "GET /plain";
    }
}
