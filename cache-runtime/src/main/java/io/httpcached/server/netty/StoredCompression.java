package io.httpcached.server.netty;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.server.netty.DefaultHttpCompressionStrategy;
import io.micronaut.http.server.netty.HttpCompressionStrategy;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpResponse;
import jakarta.inject.Singleton;

/**
 * Tells the server that it need not compress a response from the store: the cache has selected the content coding. Without this,
 * the server's own strategy would match the media type of every hit against several patterns first. A strategy of the application
 * keeps its class, by which the application may ask for it.
 */
@Singleton
@Requires(classes = HttpCompressionStrategy.class)
final class StoredCompression implements BeanCreatedEventListener<HttpCompressionStrategy> {

    @Override
    public HttpCompressionStrategy onCreated(BeanCreatedEvent<HttpCompressionStrategy> event) {
        return exceptStored(event.getBean());
    }

    static HttpCompressionStrategy exceptStored(HttpCompressionStrategy strategy) {
        return strategy instanceof DefaultHttpCompressionStrategy standard ? new ExceptStored(standard) : strategy;
    }

    /** Returns whether a strategy is the server's own, which looks at the media type and the length only. */
    static boolean isStandard(HttpCompressionStrategy strategy) {
        return strategy instanceof ExceptStored;
    }

    private record ExceptStored(DefaultHttpCompressionStrategy strategy) implements HttpCompressionStrategy {

        @Override
        public boolean isEnabled() {
            return strategy.isEnabled();
        }

        /** As in the server, nobody parses the length of a body that is known. */
        @Override
        public boolean shouldCompress(HttpResponse response) {
            if (response.headers() instanceof StoredHeaders) {
                return false;
            }
            return response instanceof FullHttpResponse full
                    ? strategy.shouldCompress(response, full.content().readableBytes())
                    : strategy.shouldCompress(response);
        }

        @Override
        public int getCompressionLevel() {
            return strategy.getCompressionLevel();
        }

        @Override
        public int getMaxZstdEncodeSize() {
            return strategy.getMaxZstdEncodeSize();
        }
    }
}
