package io.httpcached.server.netty;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.micronaut.http.server.netty.DefaultHttpCompressionStrategy;
import io.micronaut.http.server.netty.HttpCompressionStrategy;
import io.micronaut.http.server.netty.configuration.NettyHttpServerConfiguration;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.lang.reflect.Constructor;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StoredCompressionTest {

    private static final int THRESHOLD = 100;

    @Test
    void serverDoesNotCompressResponsesFromTheStore() throws ReflectiveOperationException {
        HttpCompressionStrategy strategy = StoredCompression.exceptStored(standard(THRESHOLD));
        assertThat(strategy.shouldCompress(full(new StoredHeaders(), THRESHOLD)))
                .isFalse();
        assertThat(strategy.shouldCompress(full(new DefaultHttpHeaders(), THRESHOLD)))
                .isTrue();
    }

    @Test
    void serverDecidesOnOtherResponsesAsBefore() throws ReflectiveOperationException {
        DefaultHttpCompressionStrategy standard = standard(THRESHOLD);
        HttpCompressionStrategy strategy = StoredCompression.exceptStored(standard);
        for (int length = THRESHOLD - 1; length <= THRESHOLD; length++) {
            HttpResponse full = full(new DefaultHttpHeaders(), length);
            assertThat(strategy.shouldCompress(full)).isEqualTo(standard.shouldCompress(full, length));
            HttpResponse announced = head();
            announced.headers().set("Content-Length", length);
            assertThat(strategy.shouldCompress(announced)).isEqualTo(standard.shouldCompress(announced, length));
        }
        assertThat(strategy.shouldCompress(head())).isTrue();
        assertThat(strategy.getCompressionLevel()).isEqualTo(standard.getCompressionLevel());
        assertThat(strategy.getMaxZstdEncodeSize()).isEqualTo(standard.getMaxZstdEncodeSize());
        assertThat(strategy.isEnabled()).isTrue();
        assertThat(StoredCompression.exceptStored(standard(-1)).isEnabled()).isFalse();
    }

    @Test
    void strategyOfTheApplicationKeepsItsClass() {
        HttpCompressionStrategy own = new HttpCompressionStrategy() {
            @Override
            public boolean shouldCompress(HttpResponse response) {
                return false;
            }

            @Override
            public int getMaxZstdEncodeSize() {
                return 0;
            }
        };
        assertThat(StoredCompression.exceptStored(own)).isSameAs(own);
    }

    private static HttpResponse head() {
        HttpResponse head = new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK);
        head.headers().set("Content-Type", "text/plain");
        return head;
    }

    private static HttpResponse full(HttpHeaders headers, int length) {
        headers.set("Content-Type", "text/plain");
        return new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1,
                HttpResponseStatus.OK,
                Unpooled.wrappedBuffer(new byte[length]),
                headers,
                EmptyHttpHeaders.INSTANCE);
    }

    /** The server creates its own strategy from its configuration only. */
    private static DefaultHttpCompressionStrategy standard(int threshold) throws ReflectiveOperationException {
        try (ApplicationContext context =
                ApplicationContext.run(Map.of("micronaut.server.netty.compression-threshold", threshold))) {
            Constructor<DefaultHttpCompressionStrategy> constructor =
                    DefaultHttpCompressionStrategy.class.getDeclaredConstructor(NettyHttpServerConfiguration.class);
            constructor.setAccessible(true);
            return constructor.newInstance(context.getBean(NettyHttpServerConfiguration.class));
        }
    }
}
