package io.httpcached.engine;

import io.httpcached.core.CacheRequest;
import io.httpcached.core.FieldLines;
import io.httpcached.core.RequestPart;
import org.jspecify.annotations.Nullable;

/**
 * A HEAD request whose handler ran GET and produced a body. The cache treats it as that GET request.
 *
 * @param request the request of the client
 */
record HeadAsGet(CacheRequest request) implements CacheRequest {

    static CacheRequest of(CacheCall call) {
        return call.request().isHead() && call.headRunsGet() ? new HeadAsGet(call.request()) : call.request();
    }

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public FieldLines fields() {
        return request.fields();
    }

    @Override
    public String text(RequestPart part) {
        return request.text(part);
    }

    @Override
    public boolean hasPrincipal() {
        return request.hasPrincipal();
    }

    @Override
    public boolean hasUserName() {
        return request.hasUserName();
    }

    @Override
    public boolean hasContent() {
        return request.hasContent();
    }

    @Override
    public @Nullable String notCacheableReason() {
        return request.notCacheableReason();
    }

    @Override
    public boolean isKeyed() {
        return request.isKeyed();
    }
}
