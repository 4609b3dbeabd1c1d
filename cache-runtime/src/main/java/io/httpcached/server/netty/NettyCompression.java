package io.httpcached.server.netty;

import io.httpcached.core.Fields;
import io.httpcached.core.StoredResponse;
import io.httpcached.engine.Compression;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.server.netty.HttpCompressionStrategy;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import jakarta.inject.Singleton;

/**
 * Applies the server's strategy, {@code micronaut.server.netty.compression-*}, once per entry instead of once per hit.
 */
@Singleton
@Requires(classes = HttpCompressionStrategy.class)
@Requires(beans = HttpCompressionStrategy.class)
final class NettyCompression implements Compression {

    private final HttpCompressionStrategy strategy;

    NettyCompression(HttpCompressionStrategy strategy) {
        this.strategy = strategy;
    }

    @Override
    public boolean isWorthwhile(StoredResponse response) {
        return strategy.isEnabled() && strategy.shouldCompress(head(response));
    }

    @Override
    public int level() {
        return strategy.getCompressionLevel();
    }

    private static HttpResponse head(StoredResponse response) {
        HttpResponse head =
                new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(response.status()));
        Fields fields = response.fields();
        for (int i = 0; i < fields.size(); i++) {
            head.headers().add(fields.name(i), fields.value(i));
        }
        head.headers().set(HttpHeaderNames.CONTENT_LENGTH, response.body().length);
        return head;
    }
}
