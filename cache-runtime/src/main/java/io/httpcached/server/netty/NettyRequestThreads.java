package io.httpcached.server.netty;

import io.httpcached.server.request.RequestThreads;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpRequestWrapper;
import io.micronaut.http.server.netty.NettyHttpRequest;
import jakarta.inject.Singleton;
import java.util.concurrent.Executor;

/** Returns the event loop of a request's connection. */
@Singleton
@Requires(classes = NettyHttpRequest.class)
final class NettyRequestThreads implements RequestThreads {

    @Override
    public Executor threadOf(HttpRequest<?> request) {
        HttpRequest<?> innermost = request;
        while (innermost instanceof HttpRequestWrapper<?> wrapper) {
            innermost = wrapper.getDelegate();
        }
        return innermost instanceof NettyHttpRequest<?> netty
                ? netty.getChannelHandlerContext().channel().eventLoop()
                : ANY.threadOf(request);
    }
}
