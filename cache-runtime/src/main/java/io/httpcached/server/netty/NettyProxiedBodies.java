package io.httpcached.server.netty;

import io.httpcached.server.ProxiedBodies;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.io.buffer.ReadBuffer;
import io.micronaut.core.io.buffer.ReadBufferFactory;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpResponseWrapper;
import io.micronaut.http.body.ByteBodyFactory;
import io.micronaut.http.body.CloseableByteBody;
import io.micronaut.http.body.stream.BodySizeLimits;
import io.micronaut.http.netty.NettyHttpResponseBuilder;
import io.micronaut.http.netty.stream.StreamedHttpResponse;
import io.netty.buffer.ByteBufUtil;
import io.netty.handler.codec.http.HttpContent;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/**
 * Finds what {@code ProxyHttpClient} answers with: a response of Netty that is a stream itself, which the server would send
 * where it finds no body object.
 */
@Singleton
@Requires(classes = NettyHttpResponseBuilder.class)
final class NettyProxiedBodies implements ProxiedBodies {

    @Override
    public @Nullable CloseableByteBody find(HttpResponse<?> response, ByteBodyFactory factory) {
        HttpResponse<?> innermost = response;
        while (innermost instanceof HttpResponseWrapper<?> wrapper) {
            innermost = wrapper.getDelegate();
        }
        if (!(innermost instanceof NettyHttpResponseBuilder netty)
                || !netty.isStream()
                || !(netty.toHttpResponse() instanceof StreamedHttpResponse streamed)) {
            return null;
        }
        Contents contents = new Contents(streamed);
        return factory.adapt(contents, BodySizeLimits.UNLIMITED, response.getHeaders(), contents::discard);
    }

    /** The contents as plain bytes. A connection waits behind them: what nobody reads is to be cancelled. */
    private static final class Contents implements Publisher<ReadBuffer> {

        private final Publisher<HttpContent> source;
        private final AtomicBoolean subscribed = new AtomicBoolean();

        Contents(Publisher<HttpContent> source) {
            this.source = source;
        }

        @Override
        public void subscribe(Subscriber<? super ReadBuffer> subscriber) {
            subscribed.set(true);
            source.subscribe(new Copier(subscriber));
        }

        void discard() {
            if (subscribed.compareAndSet(false, true)) {
                source.subscribe(new Canceller());
            }
        }
    }

    private static final class Copier implements Subscriber<HttpContent> {

        private final Subscriber<? super ReadBuffer> target;

        Copier(Subscriber<? super ReadBuffer> target) {
            this.target = target;
        }

        @Override
        public void onSubscribe(Subscription subscription) {
            target.onSubscribe(subscription);
        }

        @Override
        public void onNext(HttpContent content) {
            byte[] bytes = ByteBufUtil.getBytes(content.content());
            content.release();
            target.onNext(ReadBufferFactory.getJdkFactory().adapt(bytes));
        }

        @Override
        public void onError(Throwable failure) {
            target.onError(failure);
        }

        @Override
        public void onComplete() {
            target.onComplete();
        }
    }

    private static final class Canceller implements Subscriber<HttpContent> {

        @Override
        public void onSubscribe(Subscription subscription) {
            subscription.cancel();
        }

        @Override
        public void onNext(HttpContent content) {
            content.release();
        }

        @Override
        public void onError(Throwable failure) {}

        @Override
        public void onComplete() {}
    }
}
