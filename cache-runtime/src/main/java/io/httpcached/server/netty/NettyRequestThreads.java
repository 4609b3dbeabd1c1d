package io.httpcached.server.netty;

import io.httpcached.server.request.RequestThreads;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.server.netty.NettyHttpRequest;
import jakarta.inject.Singleton;
import java.util.concurrent.Executor;

/** Returns the event loop of a request's connection. */
@Singleton
@Requires(classes = NettyHttpRequest.class)
final class NettyRequestThreads implements RequestThreads {

    @Override
    public Executor threadOf(HttpRequest<?> request) {
        NettyHttpRequest<?> received = NettyRequests.find(request);
        return received == null
                ? ANY.threadOf(request)
                : received.getChannelHandlerContext().channel().eventLoop();
    }
}
