package io.httpcached.server.netty;

import io.httpcached.core.ContentEncoder;
import io.httpcached.core.Fields;
import io.httpcached.core.StoredResponse;
import io.httpcached.engine.Compression;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.server.netty.HttpCompressionStrategy;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.ReadOnlyHttpHeaders;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Applies the server's strategy, {@code micronaut.server.netty.compression-*}, once per entry instead of once per hit.
 */
@Singleton
@Requires(classes = HttpCompressionStrategy.class)
@Requires(beans = HttpCompressionStrategy.class)
final class NettyCompression implements Compression {

    private final HttpCompressionStrategy strategy;
    private final boolean standard;
    private final CompressibleTypes types = new CompressibleTypes();
    private final List<ContentEncoder> otherEncoders;

    NettyCompression(HttpCompressionStrategy strategy) {
        this.strategy = strategy;
        this.standard = StoredCompression.isStandard(strategy);
        this.otherEncoders = strategy.isEnabled() ? NettyEncoders.available(strategy.getCompressionLevel()) : List.of();
    }

    @Override
    public boolean isWorthwhile(StoredResponse response) {
        if (!strategy.isEnabled()) {
            return false;
        }
        String type = response.fields().first("Content-Type");
        return (standard && type != null)
                ? types.contain(type, response.body().length, () -> strategy.shouldCompress(head(response)))
                : strategy.shouldCompress(head(response));
    }

    @Override
    public int level() {
        return strategy.getCompressionLevel();
    }

    @Override
    public List<ContentEncoder> otherEncoders() {
        return otherEncoders;
    }

    private HttpResponse head(StoredResponse response) {
        HttpHeaders headers = standard ? typeAndLength(response) : all(response);
        return new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(response.status()), headers);
    }

    private static HttpHeaders typeAndLength(StoredResponse response) {
        String type = response.fields().first("Content-Type");
        return new ReadOnlyHttpHeaders(
                false,
                HttpHeaderNames.CONTENT_TYPE,
                type == null ? "" : type,
                HttpHeaderNames.CONTENT_LENGTH,
                Integer.toString(response.body().length));
    }

    private static HttpHeaders all(StoredResponse response) {
        HttpHeaders headers = new DefaultHttpHeaders();
        Fields fields = response.fields();
        for (int i = 0; i < fields.size(); i++) {
            headers.add(fields.name(i), fields.value(i));
        }
        return headers.set(HttpHeaderNames.CONTENT_LENGTH, response.body().length);
    }
}
