package io.httpcached.server.filter;

import io.httpcached.core.EntityTag;
import io.httpcached.engine.Answer;
import io.httpcached.engine.HandlerResponse;
import io.httpcached.engine.PendingFetch;
import io.httpcached.server.request.RequestAttributes;
import io.micronaut.http.HttpRequest;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Keeps on a request, between the look-up and the handler's answer, what is known of its response. */
final class PendingFetches {

    private static final String ATTRIBUTE = "io.httpcached.pending";
    private static final String TAG = "io.httpcached.tag";

    private PendingFetches() {}

    static void put(HttpRequest<?> request, PendingFetch pending) {
        request.setAttribute(ATTRIBUTE, pending);
    }

    static @Nullable PendingFetch of(HttpRequest<?> request) {
        return RequestAttributes.get(request, ATTRIBUTE) instanceof PendingFetch pending ? pending : null;
    }

    static @Nullable PendingFetch take(HttpRequest<?> request) {
        PendingFetch pending = of(request);
        if (pending != null) {
            request.removeAttribute(ATTRIBUTE, PendingFetch.class);
        }
        return pending;
    }

    /** Keeps the entity tag that the handler's response is known to have. */
    static void putTag(HttpRequest<?> request, EntityTag tag) {
        request.setAttribute(TAG, tag);
    }

    static @Nullable EntityTag tag(HttpRequest<?> request) {
        return RequestAttributes.get(request, TAG) instanceof EntityTag tag ? tag : null;
    }

    /** {@return how the pending's request is to be answered} Hands over what the handler answered. */
    static CompletionStage<Answer> finish(PendingFetch pending, HandlerResponse fetched) {
        return ((ServerCall) pending.call()).route().pipeline().finish(pending, fetched);
    }

    /** {@return why the answer would not be stored whatever its body is, or null} */
    static @Nullable String notStoredReason(PendingFetch pending, HandlerResponse head) {
        return ((ServerCall) pending.call()).route().pipeline().notStoredReason(pending, head);
    }
}
