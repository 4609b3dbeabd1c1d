package io.httpcached.engine;

import io.httpcached.core.CacheKey;
import io.httpcached.core.CachePolicy;
import io.httpcached.core.CacheRequest;
import io.httpcached.core.FieldLines;
import io.httpcached.core.Fields;
import java.util.List;
import java.util.function.Consumer;

/**
 * A request with any method, which may run its handler in the background.
 *
 * @param method the method
 * @param fields the header fields
 * @param policy the policy of the route
 * @param tags the tags known from the request
 * @param headRunsGet whether the handler answers HEAD as GET
 * @param detached whether the call is detached from its request
 * @param background the consumer of background runs
 * @param deadline the deadline
 */
public record FakeCall(
        String method,
        Fields fields,
        CachePolicy policy,
        List<String> tags,
        boolean headRunsGet,
        boolean detached,
        Consumer<PendingFetch> background,
        Deadline deadline)
        implements CacheCall {

    public static final CacheKey KEY = CacheKey.of("key");

    @Override
    public CacheKey key() {
        return KEY;
    }

    @Override
    public CacheRequest request() {
        return new CacheRequest() {
            @Override
            public String method() {
                return method;
            }

            @Override
            public FieldLines fields() {
                return fields;
            }

            @Override
            public boolean hasPrincipal() {
                return fields.has("Principal");
            }

            @Override
            public boolean isKeyed() {
                return !fields.has("Unkeyed");
            }
        };
    }

    @Override
    public CacheCall detach() {
        return new FakeCall(method, fields, policy, tags, headRunsGet, true, background, deadline);
    }

    @Override
    public void runInBackground(PendingFetch pending) {
        if (!detached) {
            throw new AssertionError("The call is not detached from its request");
        }
        background.accept(pending);
    }

    @Override
    public String describe() {
        return method + " /a";
    }
}
