package io.httpcached.server.netty;

import io.httpcached.server.body.BodyFactories;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.body.ByteBodyFactory;
import io.micronaut.http.netty.body.NettyByteBodyFactory;
import io.micronaut.http.server.netty.NettyHttpRequest;
import jakarta.inject.Singleton;

/** Writes bodies to the pooled buffers of a request's connection. A buffer on the heap would be copied each time it grows. */
@Singleton
@Requires(classes = NettyHttpRequest.class)
final class NettyBodyFactories implements BodyFactories {

    @Override
    public ByteBodyFactory of(HttpRequest<?> request) {
        NettyHttpRequest<?> received = NettyRequests.find(request);
        return received == null
                ? ANY.of(request)
                : new NettyByteBodyFactory(received.getChannelHandlerContext().channel());
    }
}
