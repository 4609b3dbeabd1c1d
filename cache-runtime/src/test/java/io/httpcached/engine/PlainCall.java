package io.httpcached.engine;

import io.httpcached.core.CacheKey;
import io.httpcached.core.CachePolicy;
import io.httpcached.core.CacheRequest;
import io.httpcached.core.FieldLines;
import io.httpcached.core.Fields;
import java.util.List;
import java.util.function.Consumer;

/**
 * A GET request of nobody.
 *
 * @param key the key of its entry
 * @param policy the policy of its route
 * @param tags the tags known from it
 * @param fields its fields
 * @param background takes what is to be run apart from it
 */
public record PlainCall(
        CacheKey key, CachePolicy policy, List<String> tags, Fields fields, Consumer<PendingFetch> background)
        implements CacheCall {

    /** A request without fields, that nothing is to be run apart from. */
    public PlainCall(CacheKey key, CachePolicy policy, List<String> tags) {
        this(key, policy, tags, Fields.EMPTY);
    }

    /** A request that nothing is to be run apart from. */
    public PlainCall(CacheKey key, CachePolicy policy, List<String> tags, Fields fields) {
        this(key, policy, tags, fields, pending -> {
            throw new AssertionError("nothing is to be run");
        });
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
}
