package io.httpcached.server.netty;

import io.httpcached.server.body.ProxiedBodies;
import io.micronaut.buffer.netty.NettyReadBufferFactory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.io.buffer.ByteArrayBufferFactory;
import io.micronaut.core.io.buffer.ReadBuffer;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpResponseWrapper;
import io.micronaut.http.body.ByteBody;
import io.micronaut.http.body.ByteBodyFactory;
import io.micronaut.http.netty.NettyHttpResponseBuilder;
import io.micronaut.http.netty.stream.StreamedHttpResponse;
import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.codec.http.HttpContent;
import io.netty.util.ReferenceCounted;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/** Finds the bodies of {@code ProxyHttpClient}, whose responses are Netty responses that stream their contents. */
@Singleton
@Requires(classes = NettyHttpResponseBuilder.class)
final class NettyProxiedBodies implements ProxiedBodies {

    private static final NettyReadBufferFactory BUFFERS = NettyReadBufferFactory.of(ByteBufAllocator.DEFAULT);
    private static final ByteBodyFactory BODIES = ByteBodyFactory.createDefault(ByteArrayBufferFactory.INSTANCE);

    @Override
    public @Nullable ByteBody find(HttpResponse<?> response) {
        HttpResponse<?> innermost = response;
        while (innermost instanceof HttpResponseWrapper<?> wrapper) {
            innermost = wrapper.getDelegate();
        }
        return innermost instanceof NettyHttpResponseBuilder netty
                        && netty.isStream()
                        && netty.toHttpResponse() instanceof StreamedHttpResponse streamed
                ? BODIES.adapt(buffers(streamed))
                : null;
    }

    private static Publisher<ReadBuffer> buffers(Publisher<HttpContent> contents) {
        return Flux.from(contents)
                .doOnDiscard(ReferenceCounted.class, ReferenceCounted::release)
                .map(content -> BUFFERS.adapt(content.content()));
    }
}
