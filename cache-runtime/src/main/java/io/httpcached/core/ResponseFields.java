package io.httpcached.core;

import org.jspecify.annotations.Nullable;

/** What the cache adds to a handler's answer before it is stored and sent. */
public final class ResponseFields {

    private ResponseFields() {}

    /**
     * {@return the response's fields completed} {@code ETag} on a 200 and {@code Date} where absent, {@code Cache-Control}
     * where the policy's ttl is the lifetime, and {@code Vary} with the names the policy knows. To be called for the
     * handler's own fields, which are sent, and for those of {@link Storability.Store}, which are stored.
     *
     * @param response the handler's answer, or what of it may be stored
     * @param computed the entity tag of the body, null when it is not known
     * @param nowMillis the time now
     * @param policy the route's policy
     */
    public static Fields complete(
            CacheResponse response, @Nullable EntityTag computed, long nowMillis, CachePolicy policy) {
        return io.httpcached.core.Unwritten.yet();
    }
}
