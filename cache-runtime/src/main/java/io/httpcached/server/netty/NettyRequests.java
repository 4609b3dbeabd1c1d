package io.httpcached.server.netty;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpRequestWrapper;
import io.micronaut.http.server.netty.NettyHttpRequest;
import org.jspecify.annotations.Nullable;

/** Finds the request that Netty received. */
final class NettyRequests {

    private NettyRequests() {}

    /** Returns the request inside all wrappers, or null if Netty did not receive it. */
    static @Nullable NettyHttpRequest<?> find(HttpRequest<?> request) {
        HttpRequest<?> innermost = request;
        while (innermost instanceof HttpRequestWrapper<?> wrapper) {
            innermost = wrapper.getDelegate();
        }
        return innermost instanceof NettyHttpRequest<?> netty ? netty : null;
    }
}
